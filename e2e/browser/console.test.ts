import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from '../console/console-client.ts'
import { behaviour, charity, message, statistics, tag } from '../testing/samples.ts'
import { startSandbox } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'
import { accessibilityFindings, chromiumDuring, type Watched, watchPage } from './chromium.ts'
import { layoutFindings } from './layout.ts'

const WORDS = '今天伤口有点红😟'
const chat = {
  ...message,
  params: {
    ...message.params,
    request1: message.params.request1?.replace('abc', WORDS) ?? '',
  },
}

let server: Awaited<ReturnType<typeof startSandbox>>
beforeAll(async () => {
  server = await startSandbox()
  for (const sample of [charity(), tag, statistics, behaviour, chat]) await call(server.url, sample)
})
afterAll(() => server.stop())
const browser = chromiumDuring()

const patient = { timeout: 15_000 }

/** Everything that operators did so far is kept in this one profile. */
let watched: Watched

async function enter(page: Page, password = PASSWORD): Promise<void> {
  await page.fill('#password', password)
  await page.click('main button[type=submit]')
}

async function find(page: Page, id: string): Promise<void> {
  await page.goto(`${server.operatorUrl}/console/find`)
  await page.fill('#id', id)
  await page.click('main button[type=submit]')
}

async function expectSound({ page, foreignRequests, troubles }: Watched): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await accessibilityFindings(page)).toEqual([])
  }
  expect(await layoutFindings(page)).toEqual([])
  expect(foreignRequests).toEqual([])
  expect(troubles.filter((text) => !/status of (403|404|429)/.test(text))).toEqual([])
}

describe('an operator', () => {
  it('sets the password with the code of the terminal, and is inside', async () => {
    watched = await watchPage(browser(), `${server.operatorUrl}/console`)
    const { page } = watched
    expect(new URL(page.url()).pathname).toBe('/console/setup')
    await expectSound(watched)
    await page.fill('#code', server.setUpCode ?? '')
    await enter(page, 'short')
    expect(await page.textContent('[role=alert]')).toContain('至少 10 个字符')
    await page.fill('#code', server.setUpCode ?? '')
    await enter(page)
    expect(new URL(page.url()).pathname).toBe('/console')
  })

  it('logs out, mistypes the password, and logs in', async () => {
    const { page } = watched
    await page.click('.site-actions form button')
    expect(new URL(page.url()).pathname).toBe('/console/login')
    await enter(page, 'wrong horse battery')
    expect(await page.textContent('[role=alert]')).toContain('密码不对')
    await expectSound(watched)
    await enter(page)
    expect(new URL(page.url()).pathname).toBe('/console')
  })

  it('sees a call arrive without doing anything, unless paused', async () => {
    const { page } = watched
    await page.clock.install()
    await page.goto(`${server.operatorUrl}/console`)
    let asked = 0
    page.on('request', () => {
      asked += 1
    })
    const rows = page.locator('#calls tr')
    const before = await rows.count()
    /** Whatever the page does by itself, it does within this time. */
    const wait = () => page.clock.runFor(2_000)
    await call(server.url, charity('LIVE-1'))
    await expect.poll(() => wait().then(() => rows.count()), patient).toBe(before + 1)
    expect(await rows.first().textContent()).toContain('alibaba.charity.useraction.sync')

    await page.click('[data-live-switch]')
    expect(await page.textContent('[data-live-state]')).toBe('已暂停')
    await call(server.url, charity('LIVE-2'))
    asked = 0
    for (let times = 0; times < 5; times += 1) await wait()
    expect(asked).toBe(0)

    await page.click('[data-live-switch]')
    await expect.poll(() => wait().then(() => rows.count()), patient).toBe(before + 2)
    await page.clock.resume()
    await expectSound(watched)
  })

  it('narrows the list to what failed, and reads why', async () => {
    const { page } = watched
    await call(server.url, charity('UNI_9901', { activity_id: 99999 }))
    await page.goto(`${server.operatorUrl}/console`)
    await page.check('[name=failed]')
    await page.click('.filter button[type=submit]')
    expect(await page.locator('#calls tr').count()).toBe(1)
    await page.click('#calls tr a[href*="/calls/"]')
    expect(await page.textContent('main')).toContain('为什么失败')
    await expectSound(watched)
  })

  it('counts the calls of one API by outcome', async () => {
    const { page } = watched
    await page.goto(`${server.operatorUrl}/console/apis/alibaba.charity.useraction.sync`)
    expect(await page.textContent('.counts tfoot')).toMatch(/合计444$/)
    await expectSound(watched)
  })

  it('finds a charity event, and the account behind it', async () => {
    const { page } = watched
    await find(page, 'UNI_9901')
    expect(await page.textContent('h1')).toBe('UNI_9901')
    expect(await page.textContent('main')).toContain('0.1')
    await expectSound(watched)
    await page.click('a[href*="/accounts/"]')
    expect(await page.textContent('h1')).toMatch(/^u:/)
    await expectSound(watched)
  })

  it('finds the flow of the documented insurance sample by its exact number', async () => {
    const { page } = watched
    await find(page, '1800001886002007960')
    expect(page.url()).toBe(`${server.operatorUrl}/console/flows/1800001886002007960`)
    expect(await page.textContent('h1')).toBe('1800001886002007960')
    const text = await page.textContent('main')
    for (const part of ['开始核保', '优矩', '抖音', '2022-02-23 18:46:04'])
      expect(text).toContain(part)
    await expectSound(watched)
  })

  it('finds a tagged user by the Alipay id, which is nowhere shown again', async () => {
    const { page } = watched
    await find(page, '2088123412345678')
    expect(await page.textContent('h1')).toBe('t*********3')
    expect(page.url()).not.toContain('2088')
    expect(await page.content()).not.toContain('2088123412345678')
    await expectSound(watched)
  })

  it('finds a subject of housing with its numbers as reported', async () => {
    const { page } = watched
    await find(page, '3/64')
    expect(await page.textContent('h1')).toBe('3/64')
    const text = await page.textContent('main')
    for (const part of ['2022-04-02', 'totalNSend', '11']) expect(text).toContain(part)
    await page.click('a[href*="2022-04-02"]')
    expect(await page.textContent('h1')).toBe('3/64')
    await expectSound(watched)
  })

  it('sees a chat without its words, and with them for a reason that the audit keeps', async () => {
    const { page } = watched
    const session = '78bfcced948a65d29c5c77f1cd3367a2'
    await find(page, session)
    expect(await page.textContent('h1')).toBe(session)
    expect(await page.textContent('main')).toContain('已隐藏')
    for (const personal of [WORDS, '153315451244705', '5394977607673890']) {
      expect(await page.content()).not.toContain(personal)
    }
    await expectSound(watched)

    await page.click('.reason summary')
    await page.fill('#reason', '投诉 T-2026-1121 核对')
    await page.click('.reason button')
    expect(await page.textContent('main')).toContain(WORDS)
    expect(await page.textContent('[role=status]')).toContain('操作记录')
    await expectSound(watched)

    await find(page, session)
    expect(await page.content()).not.toContain(WORDS)
    await page.goto(`${server.operatorUrl}/console/audit`)
    const cells = page.locator('tbody tr').first().locator('td')
    expect((await cells.allTextContents()).slice(1, 4)).toEqual([
      '查看隐藏内容',
      `chats/${session}`,
      '投诉 T-2026-1121 核对',
    ])
  })

  it('is told what can be found when nothing is', async () => {
    const { page } = watched
    await find(page, '<img src=x onerror=alert(1)>')
    expect(await page.textContent('[role=alert]')).toContain('没有找到')
    expect(await page.content()).not.toContain('onerror')
    await expectSound(watched)
  })

  it('reads in the audit who logged in', async () => {
    const { page } = watched
    await page.goto(`${server.operatorUrl}/console/audit?lang=en`)
    const acts = await page.locator('tbody td:nth-child(2)').allTextContents()
    expect(acts).toEqual(['Read what is hidden', 'Logged in', 'Logged out', 'Password set'])
    await expectSound(watched)
  })

  it('is told that the session has ended, also by a page that keeps itself fresh', async () => {
    const { page } = watched
    await page.goto(`${server.operatorUrl}/console?lang=en`)
    await page.context().clearCookies()
    await page.waitForURL((url) => url.pathname === '/console/login', patient)
  })
})

it('works without scripts', async () => {
  const { page } = await watchPage(browser(), `${server.operatorUrl}/console`, {
    javaScriptEnabled: false,
  })
  await enter(page)
  expect(await page.locator('#calls tr').count()).toBeGreaterThan(4)
  expect(await page.isVisible('[data-live-bar]')).toBe(false)
  await page.context().close()
})
