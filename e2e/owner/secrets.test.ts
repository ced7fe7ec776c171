import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { callAs } from '../testing/call-as.ts'
import { eachOwnerStore } from '../testing/owner-store.ts'

const people = {
  users: [
    {
      ...{ taobao_user_id: 2298765400001, nick: 'canary_nick_金丝雀' },
      ...{ alipay_user_id: '2088987654000011', mobile: '13987654001' },
    },
  ],
  patients: [{ corp: 'CORP_S', patient_id: 987654001, name: '金丝雀女士' }],
}

eachOwnerStore('the command line of the owner', (store) => {
  it('leaves no secret and no person readable in files, log, lists and audit', async () => {
    const { run, json, server, dataDir, logged } = store()
    const app = await json<{ app_key: string; secret: string }>('app', 'create')
    const next = await json<{ secret: string }>('app', 'rotate', app.app_key)
    const flags = ['--app', app.app_key, '--user', '2298765400002']
    const { session } = await json<{ session: string }>('session', 'create', ...flags)
    const files = { 'people.json': new TextEncoder().encode(JSON.stringify(people)) }
    expect(await run(['load', 'people.json'], { files })).toMatchObject({ exitCode: 0 })
    const { url } = await server()
    expect(await callAs(url, app.app_key, next.secret)).toHaveProperty('time_get_response')
    const shown = [await run(['app', 'list']), await run(['show', 'audit'])].map(({ out }) => out)
    const stored = readdirSync(dataDir)
      .filter((name) => name !== 'control.sock')
      .map((name) => readFileSync(join(dataDir, name), 'utf8'))
    const everything = [...shown, ...logged, ...stored].join('\n')
    expect(everything).toContain(app.app_key)
    const [user] = people.users
    const canaries = [app.secret, next.secret, session, '2298765400002', people.patients[0]?.name]
    for (const canary of [...canaries, ...Object.values(user ?? {})]) {
      expect(everything).not.toContain(String(canary))
    }
  })
})
