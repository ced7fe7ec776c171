import { expect, it } from 'vitest'
import { ConsoleClient } from '../console/console-client.ts'
import { eachOwnerStore } from '../testing/owner-store.ts'

const OWN = 'correct horse battery'
const files = { '-': new TextEncoder().encode(`${OWN}\n`) }

eachOwnerStore('topgate console password', (store) => {
  it('lets in with the new password alone, which is shown once', async () => {
    const { json, server } = store()
    const { password: first } = await json<{ password: string }>('console', 'password')
    const { password } = await json<{ password: string }>('console', 'password')
    expect(password).toMatch(/^([2-9a-z]{5}-){3}[2-9a-z]{5}$/)
    const client = new ConsoleClient(await server())
    expect(await client.logIn(first)).toMatchObject({ status: 403 })
    expect(await client.logIn(password)).toMatchObject({ status: 303, location: '/console' })
    expect((await client.get('/console/audit')).body).toContain('console password')
  })

  it('ends every session, and the set-up', async () => {
    const { run, server } = store()
    const args = ['console', 'password', '--password', '-']
    expect(await run(args, { files })).toMatchObject({ exitCode: 0 })
    const running = await server()
    const client = new ConsoleClient(running)
    await client.logIn(OWN)
    expect(await client.get('/console')).toMatchObject({ status: 200 })
    const late = new ConsoleClient(running)
    expect(await late.setUp('another horse')).toMatchObject({ status: 403 })
    const { exitCode, out } = await run(args, { files })
    expect([exitCode, out.includes(OWN)]).toEqual([0, false])
    expect(await client.get('/console')).toMatchObject({ location: '/console/login?ended=1' })
  })

  it('takes no poor password, and then changes nothing', async () => {
    const { run, server } = store()
    await run(['console', 'password', '--password', '-'], { files })
    const { exitCode, err } = await run(['console', 'password', '--password', 'short'])
    expect(exitCode).toBe(2)
    expect(err).toContain('at least 10 characters')
    const client = new ConsoleClient(await server())
    expect(await client.logIn(OWN)).toMatchObject({ status: 303 })
  })
})
