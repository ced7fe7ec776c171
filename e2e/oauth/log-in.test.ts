import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, readConfig, runOwnerOrder, startServer } from '@topgate/server'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorizeUrl, exchange, locationOf, REDIRECT, USER, visit } from './oauth-client.ts'
import { type Claims, signProof } from './owner-site.ts'

const directory = mkdtempSync(join(tmpdir(), 'topgate-log-in-'))
const keyFile = join(directory, 'login.key')
const key = randomBytes(32)
const LOGIN_URL = 'https://shop.example/topgate-login?from=gate'
const clock = { ms: Date.now() }

let server: RunningServer
const silentLog = { call() {}, report() {}, fatal() {} }
beforeAll(async () => {
  writeFileSync(keyFile, key.toString('hex'), { mode: 0o600 })
  const flags = {
    port: '0',
    'admin-port': '0',
    'data-dir': join(directory, 'data'),
    'login-url': LOGIN_URL,
    'login-key-file': keyFile,
  }
  server = await startServer(readConfig(flags, {}), { log: silentLog, nowMs: () => clock.ms })
}, 60_000)
afterAll(async () => {
  await server.stop()
  rmSync(directory, { recursive: true })
})

/** A browser: keeps the cookie that it was given last. */
class Browser {
  #cookie = ''

  async get(url: string): Promise<Response> {
    return this.#keep(await visit(url, { headers: { cookie: this.#cookie } }))
  }

  async post(url: string, fields: Record<string, string>): Promise<Response> {
    const body = new URLSearchParams(fields)
    return this.#keep(await visit(url, { method: 'POST', body, headers: { cookie: this.#cookie } }))
  }

  #keep(response: Response): Response {
    this.#cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie
    return response
  }
}

/** Begins in a browser of its own; gives what the owner's site is asked. */
async function begin(more: Record<string, string> = {}) {
  const browser = new Browser()
  const handedOver = locationOf(await browser.get(authorizeUrl(server.url, more)))
  const request = handedOver.searchParams.get('request') ?? ''
  const nonce = handedOver.searchParams.get('nonce') ?? ''
  return { browser, handedOver, request, nonce }
}

function good(nonce: string): Claims {
  const iat = Math.floor(clock.ms / 1000)
  return { sub: USER, nick: '真实商家', aud: 'topgate', iat, nonce }
}

function comeBack(browser: Browser, request: string, assertion: string): Promise<Response> {
  const query = new URLSearchParams({ request, assertion })
  return browser.get(`${server.url}/oauth/authorize?${query}`)
}

describe('a user whom the site of the owner logs in', () => {
  it('is asked there, comes back, sees his name, agrees, and is the one of the session key', async () => {
    const { browser, handedOver, request, nonce } = await begin({ lang: 'en' })
    expect(handedOver.href.split('&')[0]).toBe(LOGIN_URL)
    const welcomed = await comeBack(browser, request, signProof(good(nonce), key))
    const { href } = new URL(welcomed.headers.get('location') ?? '', server.url)
    expect(welcomed.status).toBe(303)
    expect(href).not.toContain('assertion')
    const page = await (await browser.get(href)).text()
    expect(page).toContain('真实商家')
    expect(page).toContain('Your account')
    expect(page).toContain('2201****7890')
    expect(page).not.toContain(USER)
    expect(page).not.toContain('name="sandbox_user"')
    const action = /action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form_token = /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const form = { form_token, decision: 'allow', sandbox_user: '999' }
    const back = locationOf(await browser.post(server.url + action, form))
    expect(back.origin + back.pathname).toBe(REDIRECT)
    const { body } = await exchange(server.url, back.searchParams.get('code') ?? '')
    expect(body).toMatchObject({
      taobao_user_id: USER,
      taobao_user_nick: encodeURIComponent('真实商家'),
    })
  })

  it('is known by a token that a library makes as the guide shows', async () => {
    const { browser, request, nonce } = await begin()
    const assertion = await new SignJWT({ nick: '真实商家', nonce })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(USER)
      .setAudience('topgate')
      .setIssuedAt(Math.floor(clock.ms / 1000))
      .sign(key)
    expect((await comeBack(browser, request, assertion)).status).toBe(303)
  })

  it('has to log in again for the next question, and may be somebody else', async () => {
    const { browser, request, nonce } = await begin()
    await comeBack(browser, request, signProof(good(nonce), key))
    const asked = authorizeUrl(server.url)
    expect((await browser.get(asked)).status).toBe(200)
    const other = locationOf(await browser.get(`${asked}&prompt=login`))
    expect(other.origin).toBe('https://shop.example')
    expect(locationOf(await browser.get(asked)).origin).toBe('https://shop.example')
  })

  it('cannot be named by the form', async () => {
    const { browser } = await begin()
    const response = await browser.post(authorizeUrl(server.url), { sandbox_user: USER })
    expect(response.status).toBe(403)
  })
})

describe('a proof opens nothing', () => {
  const refused = async (response: Promise<Response>) => {
    const { status, headers } = await response
    expect([status, headers.get('location')]).toEqual([403, null])
  }

  it.each<[string, (claims: Claims) => string]>([
    ['with another key', (claims) => signProof(claims, randomBytes(32))],
    ['without a signature', (claims) => signProof(claims, key, { alg: 'none' })],
    ['of another algorithm', (claims) => signProof(claims, key, { alg: 'HS512' })],
    ['for somebody else', (claims) => signProof({ ...claims, aud: 'other' }, key)],
    ['for nobody', (claims) => signProof({ ...claims, aud: undefined }, key)],
    ['without a user', (claims) => signProof({ ...claims, sub: undefined }, key)],
    ['of a user who is no number', (claims) => signProof({ ...claims, sub: 'alice' }, key)],
    ['with a nick of two lines', (claims) => signProof({ ...claims, nick: 'a\nb' }, key)],
    ['without a time', (claims) => signProof({ ...claims, iat: undefined }, key)],
    ['with another nonce', (claims) => signProof({ ...claims, nonce: 'x' }, key)],
    ['that is no token', () => 'x.y.z'],
    ['of 5,000 characters', () => 'x'.repeat(5_000)],
  ])('%s', async (_, sign) => {
    const { browser, request, nonce } = await begin()
    await refused(comeBack(browser, request, sign(good(nonce))))
  })

  it('after six minutes', async () => {
    const { browser, request, nonce } = await begin()
    const proof = signProof(good(nonce), key)
    clock.ms += 361_000
    await refused(comeBack(browser, request, proof))
  })

  it('in another browser, or for another request', async () => {
    const { browser, request, nonce } = await begin()
    const proof = signProof(good(nonce), key)
    await refused(comeBack(new Browser(), request, proof))
    const other = await begin({ state: 'other' })
    await refused(comeBack(other.browser, other.request, proof))
    await refused(comeBack(browser, other.request, proof))
    expect((await comeBack(browser, request, proof)).status).toBe(303)
  })

  it('when the request behind it is not a good one', async () => {
    const { browser, nonce } = await begin()
    const evil = new URL(authorizeUrl('http://x', { redirect_uri: 'https://evil.example/' }))
    const request = Buffer.from(evil.search.slice(1)).toString('base64url')
    const response = await comeBack(browser, request, signProof(good(nonce), key))
    expect([response.status, response.headers.get('location')]).toEqual([400, null])
  })
})

it('production knows no test users, and says what is missing while nobody can log in', async () => {
  const masterKey = join(directory, 'master.key')
  writeFileSync(masterKey, randomBytes(32).toString('hex'), { mode: 0o600 })
  const config = readConfig(
    {
      ...{ port: '0', 'admin-port': '0', mode: 'production' },
      ...{ 'master-key-file': masterKey, 'data-dir': join(directory, 'production') },
    },
    {},
  )
  const client_id = '30000077'
  await runOwnerOrder(config, {
    operation: 'owner.app.create',
    by: 'test',
    input: { app_key: client_id, secret: 'x'.repeat(32), settings: { 'redirect-uri': REDIRECT } },
  })
  const production = await startServer(config, { log: silentLog })
  const asked = { client_id, sandbox_user: USER }
  const response = await visit(authorizeUrl(production.url, asked))
  expect([response.status, response.headers.get('location')]).toEqual([503, null])
  expect(await response.text()).toContain('TOPGATE_LOGIN_URL')
  const submitted = await visit(authorizeUrl(production.url, asked), { method: 'POST' })
  expect(submitted.status).toBe(403)
  const callback = await visit(`${production.url}/oauth/callback?code=x`)
  expect(callback.status).toBe(404)
  await production.stop()
}, 60_000)
