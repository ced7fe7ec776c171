import { loadKinds } from '@topgate/services'
import { expect, it } from 'vitest'
import { callAs } from '../testing/call-as.ts'
import { eachOwnerStore, type OwnerStore } from '../testing/owner-store.ts'

const INSURANCE = 'alibaba.alihealth.insurance.inst.user.behavior.sync'
const CHARITY = 'alibaba.charity.useraction.sync'

const fileOf = (text: string) => ({ files: { 'data.file': new TextEncoder().encode(text) } })

function load({ run }: OwnerStore, text: string, ...args: readonly string[]) {
  return run(['load', 'data.file', ...args], fileOf(text))
}

interface Made {
  readonly app_key: string
  readonly secret: string
}

eachOwnerStore('topgate load', (store) => {
  it('loads the samples of all kinds as one file, and again without a change', async () => {
    const all: Record<string, unknown> = {}
    for (const { name } of loadKinds) {
      const { out } = await store().run(['load', '--template', name, '--format', 'json'])
      Object.assign(all, JSON.parse(out))
    }
    for (let round = 0; round < 2; round += 1) {
      const { exitCode, out } = await load(store(), JSON.stringify(all), '--json')
      expect(exitCode).toBe(0)
      const loaded = Object.fromEntries(loadKinds.map(({ name }) => [name, 1]))
      expect(JSON.parse(out)).toEqual({ loaded, dry_run: false })
    }
    const [newest] = await store().json<{ object: string }[]>('show', 'audit')
    expect(newest?.object).toMatch(/^load 1 products, 1 behaviours, /)
  })

  it('lets a strict app report what was loaded; a bad line or a dry run loads nothing', async () => {
    const { json, server } = store()
    const flags = ['--profile', 'strict', '--insurer', 'INS_LOADED']
    const { app_key, secret } = await json<Made>('app', 'create', ...flags)
    const { url } = await server()
    const report = async () => {
      const product = 'param0.inst_product_id=CU96'
      const args = [INSURANCE, '--sample', '--param', product]
      const { alibaba_alihealth_insurance_inst_user_behavior_sync_response: answer } = await callAs(
        url,
        app_key,
        secret,
        ...args,
      )
      return (answer as { result_code: string } | undefined)?.result_code
    }
    const head = '#products\ninsurer,inst_product_id,name\nINS_LOADED,CU96,医疗险\n'
    const bad = await load(store(), `${head}INS_LOADED,CU 97,医疗险\n`)
    expect(bad).toMatchObject({ exitCode: 2, out: '' })
    expect(bad.err).toContain('line 4, inst_product_id: must be 1 to 64 letters')
    expect(await load(store(), head, '--dry-run')).toMatchObject({
      exitCode: 0,
      out: 'All good, nothing was changed: 1 products\n',
    })
    expect(await report()).toBe('PRODUCT_NOT_FOUND')
    expect(await load(store(), head)).toMatchObject({ exitCode: 0, out: 'Loaded: 1 products\n' })
    expect(await report()).toBe('SUCCESS')
  })

  it('asks for the rule of an activity, which may stand in the same file', async () => {
    const { json, server } = store()
    const rule = { sub_code: 'NEW_RULE', type: 'PAN_PUBLIC_WELFARE', formula: 'FIXED', minutes: 66 }
    const activity = {
      ...{ activity_id: 770011, channel: 'CH_LOADED', name: '读书' },
      ...{ start: '2019-01-01 00:00:00', default_sub_code: 'NEW_RULE' },
    }
    const alone = await load(store(), JSON.stringify({ activities: [activity] }))
    expect(alone.exitCode).toBe(1)
    expect(alone.err).toContain('line 1, default_sub_code: there is no rule NEW_RULE')
    const both = JSON.stringify({ activities: [activity], rules: [rule] })
    expect(await load(store(), both)).toMatchObject({ exitCode: 0 })

    const flags = ['--profile', 'strict', '--charity-channel', 'CH_LOADED']
    const { app_key, secret } = await json<Made>('app', 'create', ...flags)
    const { url } = await server()
    const members = ['activity_id=770011', 'event_id=LOADED_1', 'charity_type_sub_code=']
    const parameters = members.flatMap((text) => ['--param', `channel_user_action_dto.${text}`])
    const answer = await callAs(url, app_key, secret, CHARITY, '--sample', ...parameters)
    expect(answer).toMatchObject({
      alibaba_charity_useraction_sync_response: { result: { data: { charity_hours: '1.1' } } },
    })
  })

  it('loads a long file with progress', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `INS_LONG,P${at},产品`)
    const text = `#products\ninsurer,inst_product_id,name\n${rows.join('\n')}`
    const { exitCode, out, err } = await load(store(), text)
    expect([exitCode, out]).toEqual([0, 'Loaded: 20000 products\n'])
    expect(err).toContain('10000 rows checked')
  })

  it('says what to write when there is no file, no kind, or no row', async () => {
    const { run } = store()
    for (const [args, words] of [
      [['load'], 'Name a file'],
      [['load', 'absent.csv'], 'Cannot read absent.csv'],
      [['load', 'data.file', '--kind', 'ships'], 'Allowed choices are products'],
      [['load', 'data.file'], 'line 1: say what the rows are with --kind'],
      [['load', 'data.file', '--kind', 'tags'], 'there is no row in it'],
    ] as const) {
      const { exitCode, err } = await run(args, fileOf('a,b\n'))
      expect(exitCode).toBe(2)
      expect(err).toContain(words)
    }
  })
})
