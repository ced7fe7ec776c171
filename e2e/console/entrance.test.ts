import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSandbox, type TestServer } from '../testing/start-server.ts'
import { ConsoleClient, PASSWORD } from './console-client.ts'

let server: Awaited<ReturnType<typeof startSandbox>>
beforeAll(async () => {
  server = await startSandbox()
  await inside(new ConsoleClient(server).setUp())
})
afterAll(() => server.stop())

const inside = async (entry: ReturnType<ConsoleClient['setUp']>) => {
  expect(await entry).toMatchObject({ status: 303, location: '/console' })
}

async function loggedIn(): Promise<ConsoleClient> {
  const client = new ConsoleClient(server)
  await inside(client.logIn())
  return client
}

const pages = ['/console', '/console/find', '/console/audit', '/console/calls/0000000000001']

describe('the first visit', () => {
  it('leads to the set-up, which needs the code of the terminal and then is closed', async () => {
    const fresh = await startSandbox()
    try {
      const client = new ConsoleClient(fresh)
      expect(await client.get('/console')).toMatchObject({
        status: 303,
        location: '/console/setup',
      })
      expect(await client.logIn()).toMatchObject({ status: 403 })
      const guess = { code: 'AAAA-AAAA-AAAA', password: PASSWORD }
      expect(await client.post('/console/setup', guess)).toMatchObject({ status: 403 })
      expect(client.cookie).toBe('')
      await inside(client.setUp())
      expect(await client.get('/console')).toMatchObject({ status: 200 })
      const late = new ConsoleClient(fresh)
      expect(await late.setUp('another horse')).toMatchObject({ status: 403 })
      expect(await late.get('/console/setup')).toMatchObject({ location: '/console/login' })
    } finally {
      await fresh.stop()
    }
  })
})

describe('without a session', () => {
  it.each(pages)('%s shows nothing and leads to the log-in', async (path) => {
    const reply = await new ConsoleClient(server).get(path)
    expect(reply).toMatchObject({ status: 303, location: '/console/login', body: '' })
  })

  it('a made-up cookie says that the session has ended', async () => {
    const client = new ConsoleClient(server)
    client.cookie = `topgate_console=${'A'.repeat(43)}`
    expect(await client.get('/console')).toMatchObject({ location: '/console/login?ended=1' })
  })
})

describe('logging in', () => {
  it('needs the password', async () => {
    const client = new ConsoleClient(server)
    expect(await client.logIn('correct horse batterx')).toMatchObject({ status: 403 })
    expect(client.cookie).toBe('')
    await inside(client.logIn())
  })

  it('gives a cookie that no script and no other site can use', async () => {
    const reply = await new ConsoleClient(server).logIn()
    const [pair, ...attributes] = reply.headers.get('set-cookie')?.split('; ') ?? []
    expect(pair).toMatch(/^topgate_console=[A-Za-z0-9_-]{43}$/)
    expect(attributes).toEqual(['Max-Age=43200', 'Path=/console', 'HttpOnly', 'SameSite=Strict'])
  })

  it('is bounded: after five wrong tries also the right password has to wait', async () => {
    const guarded = await startSandbox()
    try {
      await inside(new ConsoleClient(guarded).setUp())
      const client = new ConsoleClient(guarded)
      const guesses = await Promise.all(
        Array.from({ length: 5 }, (_, guess) => client.logIn(`wrong password ${guess}`)),
      )
      expect(guesses.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
      const refused = await client.logIn()
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
      expect(refused.body).toContain('错误次数过多')
    } finally {
      await guarded.stop()
    }
  })

  it('ends with log-out, on the server too', async () => {
    const client = await loggedIn()
    const { cookie } = client
    expect(await client.submit('/console/logout', {})).toMatchObject({ status: 303 })
    expect(client.cookie).toBe('topgate_console=')
    client.cookie = cookie
    expect(await client.get('/console')).toMatchObject({ status: 303 })
  })
})

describe('a form', () => {
  const foreign = [undefined, 'null', 'http://evil.example', 'http://127.0.0.1:1']

  it.each(foreign)('of the origin %s is refused and changes nothing', async (origin) => {
    const client = await loggedIn()
    const form_token = await client.formToken()
    const headers = { origin: origin ?? '' }
    for (const [path, fields] of [
      ['/console/logout', { form_token }],
      ['/console/find', { form_token, id: 'UNI_9901' }],
      ['/console/login', { password: PASSWORD }],
      ['/console/setup', { code: server.setUpCode ?? '', password: PASSWORD }],
    ] as const) {
      expect(await client.post(path, fields, headers)).toMatchObject({ status: 403 })
    }
    expect(await client.get('/console')).toMatchObject({ status: 200 })
  })

  it('without the token of its session is refused', async () => {
    const [client, other] = [await loggedIn(), await loggedIn()]
    for (const form_token of ['', 'x', await other.formToken()]) {
      expect(await client.post('/console/logout', { form_token })).toMatchObject({ status: 403 })
    }
    expect(await client.get('/console')).toMatchObject({ status: 200 })
  })

  it('that is too large, or no form at all, is refused', async () => {
    const client = await loggedIn()
    const form_token = await client.formToken()
    const large = { form_token, id: 'x'.repeat(9_000) }
    expect(await client.post('/console/find', large)).toMatchObject({ status: 413 })
    const json = { 'content-type': 'application/json' }
    expect(await client.post('/console/find', { form_token }, json)).toMatchObject({ status: 415 })
  })
})

describe('an address', () => {
  it('may end with a slash', async () => {
    expect(await (await loggedIn()).get('/console/')).toMatchObject({ status: 200 })
  })

  it.each([
    '/console/nothing',
    '/console/flows/%E0%A4%A',
    '/console/flows/%00',
    '/console/flows/99999999999999999999',
    '/console/users/%00',
    '/console/subjects/%00',
    '/console/subjects/3%2F64@2022-99-99',
    '/console/events/%00',
    '/console/accounts/u:%00',
    '/console/chats/%00',
    '/console/calls/zzzzzzzzzzzzz',
    '/console/apis/__proto__',
    `/console/chats/${'a'.repeat(400)}`,
  ])('that has nothing says so: %s', async (path) => {
    const reply = await (await loggedIn()).get(path)
    expect(reply).toMatchObject({ status: 404 })
    expect(reply.body).toContain('没有这个页面')
  })

  it('may ask for what no page of ours asks for', async () => {
    const reply = await (await loggedIn()).get("/console?app=%00&api='&failed=%F0%9F%98%9F&lang=xx")
    expect(reply).toMatchObject({ status: 200 })
  })
})

describe('every answer', () => {
  it('is kept nowhere, and runs only what is ours', async () => {
    const client = await loggedIn()
    for (const path of [...pages, '/console/login', '/console/nothing']) {
      const { headers } = await client.get(path)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
          "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
          "require-trusted-types-for 'script'; trusted-types 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    }
  })

  it('goes only to who calls this machine by its own name', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example']) {
      expect(await statusFor(server, host)).toBe(421)
    }
    expect(await statusFor(server, 'localhost:9')).toBe(200)
  })
})

function statusFor({ operatorUrl }: TestServer, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = get(`${operatorUrl}/console/login`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
  })
}
