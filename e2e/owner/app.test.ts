import type { AppView } from '@topgate/server'
import { expect, it, vi } from 'vitest'
import { callAs } from '../testing/call-as.ts'
import { eachOwnerStore, type OwnerStore } from '../testing/owner-store.ts'

type Made = AppView & { secret: string }

eachOwnerStore('topgate app', (store) => {
  it('makes an app whose calls are served, and shows its secret only then', async () => {
    const { run, json, server } = store()
    const { app_key, secret, ...app } = await json<Made>('app', 'create', '--name', '保险公司A')
    expect(app).toMatchObject({ name: '保险公司A', profile: 'lenient', status: 'enabled' })
    expect(app_key).toMatch(/^[0-9]{8}$/)
    expect(secret).toMatch(/^[0-9a-f]{32}$/)
    const { url } = await server()
    expect(await callAs(url, app_key, secret)).toMatchObject({ time_get_response: {} })
    const { out } = await run(['app', 'list'])
    expect(out).toContain(`${app_key}  保险公司A`)
    expect(out).not.toContain(secret)
    expect(await json('app', 'list')).toContainEqual({ app_key, ...app })
  })

  it('takes the pair that a partner has, with a secret that only it can read', async () => {
    const { run, server } = store()
    const files = { '-': new TextEncoder().encode('the-secret-of-old\n') }
    const args = ['app', 'create', '--key', '23456789', '--secret', '-', '--profile', 'strict']
    const { exitCode, out } = await run(args, { files })
    expect(exitCode).toBe(0)
    expect(out).not.toContain('the-secret-of-old')
    const { url } = await server()
    expect(await callAs(url, '23456789', 'the-secret-of-old')).toHaveProperty('time_get_response')
    const { exitCode: again, err } = await run(args, { files })
    expect(again).toBe(1)
    expect(err).toContain('There is an app 23456789 already.')
  })

  it('changes what is named and nothing else, and the server sees it', async () => {
    const { json, server } = store()
    const { url } = await server()
    const { app_key, secret, ...before } = await json<Made>('app', 'create')
    expect(await callAs(url, app_key, secret)).toHaveProperty('time_get_response')
    const changed = await json('app', 'set', app_key, '--ip-allow', '203.0.113.0/24,2001:db8::/32')
    const ip_allow = ['203.0.113.0/24', '2001:db8::/32']
    expect(changed).toEqual({ ...before, app_key, ip_allow })
    expect(await answerWhen(true, store(), app_key, secret)).toHaveProperty('error_response')
    const flags = ['--ip-allow', 'none', '--per-second', '5', '--charity-channel', 'CH_X']
    expect(await json('app', 'set', app_key, ...flags)).toEqual({
      ...before,
      app_key,
      limits: { per_second: 5 },
      owns: { ...before.owns, charity_channel: 'CH_X' },
    })
  })

  it('names every bad setting and then changes nothing', async () => {
    const { run, json } = store()
    const { app_key } = await json<Made>('app', 'create')
    const before = await json('app', 'list')
    const bad = ['--profile', 'loose', '--ip-allow', '300.1.1.1', '--name', '新名字']
    const { exitCode, err } = await run(['app', 'set', app_key, ...bad])
    expect(exitCode).toBe(1)
    expect(err).toContain('profile: must be strict or lenient')
    expect(err).toContain('ip-allow: must be addresses or networks')
    expect(await json('app', 'list')).toEqual(before)
    expect((await run(['app', 'set', '39999999', '--name', 'x'])).err).toContain('There is no app')
    expect((await run(['app', 'set', app_key])).err).toContain('Say what to set')
  })

  it('rotates the secret: both count, or with --keep 0 only the new one', async () => {
    const { json, server } = store()
    const { app_key, secret: first } = await json<Made>('app', 'create')
    const { secret: second } = await json<Made>('app', 'rotate', app_key)
    const { url } = await server()
    for (const secret of [first, second]) {
      expect(await callAs(url, app_key, secret)).toHaveProperty('time_get_response')
    }
    await vi.waitUntil(
      async () => {
        const apps = await json<AppView[]>('app', 'list')
        const use = apps.find((app) => app.app_key === app_key)?.previous_secret
        return use?.old_calls === 1 && use.new_calls === 1
      },
      { timeout: 5_000, interval: POLL_MS },
    )
    const last = await json<Made>('app', 'rotate', app_key, '--keep', '0')
    expect(last.previous_secret).toBeNull()
    expect(await answerWhen(true, store(), app_key, second)).toMatchObject({
      error_response: { code: 25 },
    })
    expect(await callAs(url, app_key, last.secret)).toHaveProperty('time_get_response')
  })

  it('grants and takes back packages, and switches an app off and on', async () => {
    const { run, json, server } = store()
    const { app_key, secret } = await json<Made>('app', 'create', '--no-package')
    const packagesAfter = async (...args: string[]) =>
      (await json<AppView>('app', ...args)).packages.map(({ package: name }) => name)
    expect(await packagesAfter('grant', app_key, 'charity')).toEqual(['charity'])
    expect(await packagesAfter('grant', app_key, 'followup', '--days', '3')).toHaveLength(2)
    expect(await packagesAfter('grant', app_key, 'charity', '--revoke')).toEqual(['followup'])
    const { exitCode, err } = await run(['app', 'grant', app_key, 'chariot'])
    expect(exitCode).toBe(1)
    expect(err).toContain('There is no package "chariot"; there are insurance, charity')
    await json('app', 'disable', app_key)
    const { url } = await server()
    expect(await callAs(url, app_key, secret)).toHaveProperty('error_response')
    await json('app', 'enable', app_key)
    expect(await answerWhen(false, store(), app_key, secret)).toHaveProperty('time_get_response')
  })

  it('leaves a line in the audit for what was done, without secrets, and none for refusals', async () => {
    const { run, json } = store()
    const { app_key, secret } = await json<Made>('app', 'create')
    await run(['app', 'set', app_key, '--profile', 'loose'])
    const { secret: next } = await json<Made>('app', 'rotate', app_key)
    const lines = await json<{ object: string; by: string }[]>('show', 'audit')
    const audit = lines.filter(({ object }) => object.includes(app_key))
    expect(audit.map(({ object }) => object)).toEqual([
      `app rotate ${app_key}`,
      `app create ${app_key}`,
    ])
    expect(audit[0]?.by).toMatch(/^local user \S+$/)
    for (const hidden of [secret, next]) expect(JSON.stringify(audit)).not.toContain(hidden)
  })

  it('says in the audit what was set, granted and limited', async () => {
    const { json } = store()
    const { app_key } = await json<Made>('app', 'create', '--package', 'charity')
    await json('app', 'set', app_key, '--profile', 'strict', '--per-second', '20')
    await json('app', 'grant', app_key, 'retail-tag', '--days', '90')
    await json('app', 'grant', app_key, 'charity', '--revoke')
    await json('app', 'limit', app_key, 'taobao.time.get', '--per-day', 'none')
    await json('api', 'limit', 'taobao.time.get', '--per-second', '500', '--user-per-day', '9')
    const lines = await json<{ object: string }[]>('show', 'audit', '--limit', '6')
    expect(lines.map(({ object }) => object)).toEqual([
      'api limit taobao.time.get --per-second 500 --user-per-day 9',
      `app limit ${app_key} taobao.time.get --per-day none`,
      `app grant ${app_key} charity --revoke`,
      `app grant ${app_key} retail-tag --days 90`,
      `app set ${app_key} --profile strict --per-second 20`,
      `app create ${app_key} --package charity`,
    ])
  })
})

/** Slow enough not to be taken for somebody who guesses keys. */
const POLL_MS = 50

/** The answer as soon as it is an error, or not one; at the latest after `lagMs`. */
async function answerWhen(
  isError: boolean,
  { server, lagMs }: OwnerStore,
  key: string,
  secret: string,
) {
  const { url } = await server()
  if (lagMs === 0) return callAs(url, key, secret)
  return vi.waitUntil(
    async () => {
      const answer = await callAs(url, key, secret)
      return 'error_response' in answer === isError ? answer : undefined
    },
    { timeout: lagMs, interval: POLL_MS },
  )
}
