import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, runOwnerOrder, startServer } from '@topgate/server'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { authorizeUrl, exchange, refresh } from '../oauth/oauth-client.ts'
import { startOwnerSite } from '../oauth/owner-site.ts'
import { statistics } from '../testing/samples.ts'
import { sandboxDuring } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'
import { accessibilityFindings, chromiumDuring, type Watched, watchPage } from './chromium.ts'

const server = sandboxDuring()
const browser = chromiumDuring()

/** The site of an app: its redirect address leads on to a page on another host, as many do. */
let appUrl = ''
const appSite = createServer((request, response) => {
  const { pathname, search } = new URL(request.url ?? '', 'http://app')
  if (pathname === '/cb') {
    const { port } = appSite.address() as AddressInfo
    response.writeHead(302, { Location: `http://localhost:${port}/done${search}` }).end()
  } else {
    response.setHeader('content-type', 'text/html;charset=utf-8')
    response.end(`<title>app</title><iframe src="${framed}"></iframe>${request.headers.referer}`)
  }
})
let framed = 'about:blank'

beforeAll(async () => {
  await new Promise<void>((resolve) => appSite.listen(0, resolve))
  appUrl = `http://127.0.0.1:${(appSite.address() as AddressInfo).port}/cb`
  const config = readConfig({ 'data-dir': server().dataDir }, {})
  const settings = { 'redirect-uri': appUrl }
  const input = { app_key: '10000001', settings }
  await runOwnerOrder(config, { operation: 'owner.app.set', by: 'test', input })
})
afterAll(() => {
  appSite.close()
  appSite.closeAllConnections()
})

const asked = (more: Record<string, string> = {}) =>
  authorizeUrl(server().url, { redirect_uri: appUrl, ...more })

/** Where the app found the user, with what he brought. */
async function broughtBack(page: Page): Promise<Record<string, string>> {
  await page.waitForURL(/\/done\?/)
  expect(await page.content()).toContain('undefined')
  return Object.fromEntries(new URL(page.url()).searchParams)
}

async function expectSound({ page, troubles }: Watched): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await accessibilityFindings(page)).toEqual([])
  }
  expect(troubles.filter((text) => !/status of 4\d\d/.test(text))).toEqual([])
}

describe.each([
  ['zh', '「沙箱应用 A」请求您的授权', '同意授权', '拒绝'],
  ['en', '“沙箱应用 A” asks for your permission', 'Allow', 'Refuse'],
])('a user who is asked in %s', (lang, title, allow, refuse) => {
  it('reads who asks for what, allows it, and the app calls in his name', async () => {
    const watched = await watchPage(browser(), asked({ lang }))
    const { page, foreignRequests } = watched
    expect(await page.textContent('h1')).toBe(title)
    expect(await page.textContent('.consent-facts')).toContain(new URL(appUrl).host)
    await expectSound(watched)
    expect(foreignRequests).toEqual([])
    await page.click(`text=${allow}`)
    const { code = '', state } = await broughtBack(page)
    expect(state).toBe('state-1')
    const { body } = await exchange(server().url, code, { redirect_uri: appUrl })
    const next = await refresh(server().url, body.refresh_token)
    const sample = { ...statistics, session: next.body.access_token }
    expect(await call(server().url, sample)).toContain('"success":"true"')
    await page.context().close()
  })

  it('refuses, and the app is told so', async () => {
    const { page } = await watchPage(browser(), asked({ lang }))
    await page.fill('#sandbox_user', '')
    await page.click(`button:text-is("${refuse}")`)
    expect(await broughtBack(page)).toMatchObject({ error: 'access_denied', state: 'state-1' })
    await page.context().close()
  })

  it('sees the page whole on a phone, and any trouble in words', async () => {
    const phone = { viewport: { width: 360, height: 740 } }
    const watched = await watchPage(browser(), asked({ lang }), phone)
    const { page } = watched
    const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(await isWide()).toBe(false)
    await expectSound(watched)
    await page.goto(asked({ lang, redirect_uri: 'https://evil.example/' }))
    expect(page.url()).toContain('/oauth/authorize')
    expect(await isWide()).toBe(false)
    await expectSound(watched)
    await page.context().close()
  })
})

it('a test app of the sandbox sees its code arrive', async () => {
  const watched = await watchPage(
    browser(),
    `${server().url}/oauth/callback?code=abc&state=%3Cb%3Ex`,
  )
  expect(await watched.page.textContent('#command')).toContain('-d code=abc')
  expect(await watched.page.textContent('tbody')).toContain('<b>x')
  await expectSound(watched)
  await watched.page.context().close()
})

it('no other site can show the question in a frame', async () => {
  framed = asked()
  const { page } = await watchPage(browser(), appUrl.replace('/cb', '/frame'))
  const frame = await page.waitForSelector('iframe')
  const content = await frame.contentFrame()
  await content?.waitForLoadState()
  expect(await content?.$('form')).toBeNull()
  await page.context().close()
})

it('a user whom the site of the owner knows is asked by his name', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'topgate-consent-'))
  const key = randomBytes(32)
  writeFileSync(join(directory, 'key'), key.toString('hex'), { mode: 0o600 })
  let gateway = ''
  const user = { sub: '2201234567890', nick: '真实商家' }
  const loginUrl = await startOwnerSite(() => gateway, key, user)
  const flags = {
    ...{ port: '0', 'admin-port': '0', 'data-dir': join(directory, 'data') },
    ...{ 'login-url': loginUrl, 'login-key-file': join(directory, 'key') },
  }
  const log = { call() {}, report() {}, fatal() {} }
  const running = await startServer(readConfig(flags, {}), { log })
  onTestFinished(async () => {
    await running.stop()
    rmSync(directory, { recursive: true })
  })
  gateway = running.url
  const watched = await watchPage(browser(), authorizeUrl(gateway, { lang: 'en' }))
  const { page } = watched
  expect(await page.textContent('.consent-user')).toContain('真实商家')
  expect(page.url()).not.toContain('assertion')
  await expectSound(watched)
  const back = page.waitForRequest(/oauth\/callback/)
  await page.click('text=Allow')
  const { code = '' } = Object.fromEntries(new URL((await back).url()).searchParams)
  const { body } = await exchange(gateway, code)
  expect(body.taobao_user_id).toBe('2201234567890')
  await page.context().close()
}, 60_000)
