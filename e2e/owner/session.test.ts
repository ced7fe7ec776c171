import { expect, it } from 'vitest'
import { codeFor, exchange, REDIRECT, refresh } from '../oauth/oauth-client.ts'
import { callAs } from '../testing/call-as.ts'
import { eachOwnerStore } from '../testing/owner-store.ts'

const SESSION_API = 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow'

interface Made {
  readonly session: string
  readonly user: string
}

interface Listed {
  readonly id: string
  readonly by: string
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

  it('lists what users have authorised, masked, and ends one of it with all that came from it', async () => {
    const { run, json, server, lagMs } = store()
    const makeApp = (...more: string[]) =>
      json<{ app_key: string; secret: string }>(
        'app',
        'create',
        '--redirect-uri',
        REDIRECT,
        ...more,
      )
    const app = await makeApp()
    const { app_key, secret } = app
    const asApp = { client_id: app_key, client_secret: secret }
    await json('session', 'create', '--app', app_key, '--user', '2201234500077')
    const { url } = await server()
    const code = await codeFor(url, { client_id: app_key, scope: 'charity,alihouse' })
    const first = (await exchange(url, code, asApp)).body
    const next = (await refresh(url, first.refresh_token, asApp)).body
    // A code that nobody has exchanged is something that may still become a session.
    await codeFor(url, { client_id: app_key, sandbox_user: '2201234500088' })

    const list = await json<Listed[]>('session', 'list', '--app', app_key)
    expect(list.map(({ by, user }) => [by, user])).toEqual([
      ['user', '2201****0088'],
      ['user', '2201****7890'],
      ['owner', '2201****0077'],
    ])
    const [, family] = list
    expect(family).toMatchObject({ scopes: ['charity', 'alihouse'] })
    const { out } = await run(['session', 'list', '--app', app_key])
    expect(out).toContain(family?.id)
    for (const secretText of [first.access_token, next.refresh_token, '2201234567890']) {
      expect(out).not.toContain(secretText)
    }

    const revoke = ['session', 'revoke', '--app', app_key]
    const revoked = { app_key, revoked: 1 }
    expect(await json(...revoke, '--id', family?.id ?? '')).toEqual(revoked)
    const reply = await refresh((await server()).url, next.refresh_token, asApp)
    expect([reply.status, reply.body.error]).toEqual([400, 'invalid_grant'])
    const args = [SESSION_API, '--sample', '--session', next.access_token]
    const codeOf = async () =>
      (await callAs((await server()).url, app_key, secret, ...args)).error_response
    await expect.poll(codeOf, { timeout: lagMs + 5_000 }).toMatchObject({ code: 27 })
    expect((await run([...revoke, '--id', family?.id ?? ''])).exitCode).toBe(1)
    expect(await json(...revoke, '--user', '2201234500088')).toEqual(revoked)
    expect(await json(...revoke)).toEqual(revoked)
    expect(await json('session', 'list', '--app', app_key)).toEqual([])
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
