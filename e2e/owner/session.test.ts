import { expect, it } from 'vitest'
import { callAs } from '../testing/call-as.ts'
import { eachOwnerStore } from '../testing/owner-store.ts'

const SESSION_API = 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow'

interface Made {
  readonly session: string
  readonly user: string
}

eachOwnerStore('topgate session', (store) => {
  it('issues a session key that counts until it is revoked, for its app alone', async () => {
    const { run, json, server } = store()
    const makeApp = () =>
      json<{ app_key: string; secret: string }>('app', 'create', '--profile', 'strict')
    const [app, other] = [await makeApp(), await makeApp()]
    const made = await json<Made>('session', 'create', '--app', app.app_key, '--days', '30')
    const { session } = await json<Made>('session', 'create', '--app', app.app_key, '--user', '77')
    expect(made.session).toMatch(/^6200[0-9a-f]{52}$/)
    const { url } = await server()
    const codeOf = async ({ app_key, secret }: typeof app, token: string) => {
      const args = [SESSION_API, '--sample', '--session', token]
      const { error_response } = await callAs(url, app_key, secret, ...args)
      return (error_response as { code: number } | undefined)?.code
    }
    expect(await codeOf(app, made.session)).toBeUndefined()
    expect(await codeOf(other, made.session)).toBe(27)

    const revoke = ['session', 'revoke', '--app', app.app_key]
    expect(await json(...revoke, '--user', '77')).toEqual({ app_key: app.app_key, revoked: 1 })
    expect(await json(...revoke)).toEqual({ app_key: app.app_key, revoked: 1 })
    const { exitCode, err } = await run(revoke)
    expect(exitCode).toBe(1)
    expect(err).toContain('has no session to revoke')
    const { url: after } = await server()
    expect(after).toBe(url)
    await expect.poll(() => codeOf(app, made.session), { timeout: 5_000 }).toBe(27)
    expect(await codeOf(app, session)).toBe(27)
  })

  it('shows the key once, and keeps neither it nor the user in the audit', async () => {
    const { run, json } = store()
    const { app_key } = await json<{ app_key: string }>('app', 'create')
    const { out } = await run(['session', 'create', '--app', app_key, '--user', '2201234500001'])
    const [token = ''] = /6200[0-9a-f]{52}/.exec(out) ?? []
    expect(token).toHaveLength(56)
    const { out: audit } = await run(['show', 'audit'])
    expect(audit).toContain(`session create ${app_key}`)
    expect(audit).not.toContain(token)
    expect(audit).not.toContain('2201234500001')
  })

  it('refuses what is no app, no user and no time', async () => {
    const { run, json } = store()
    const { app_key } = await json<{ app_key: string }>('app', 'create')
    for (const [args, words] of [
      [['--app', '39999999'], 'There is no app 39999999'],
      [['--app', app_key, '--user', 'abc'], 'user must be a Taobao user id'],
      [['--app', app_key, '--days', '0'], 'days must be a number from 1 to 3650'],
    ] as const) {
      const { exitCode, err } = await run(['session', 'create', ...args])
      expect(exitCode).toBe(1)
      expect(err).toContain(words)
    }
  })
})
