import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityFindings, chromiumDuring, watchPage } from '../browser/chromium.ts'
import { APP_SECRET, SESSION } from '../testing/samples.ts'
import { sandboxDuring } from '../testing/start-server.ts'

const server = sandboxDuring()
const browser = chromiumDuring()
const shell = promisify(execFile)

const charity = 'alibaba.charity.useraction.sync'
const TIMEOUT_MS = 60_000

/** Sends and waits for the verdict of this call and not of an earlier one. */
async function send(page: Page): Promise<string> {
  await page.evaluate(() => document.querySelector('#tool-verdict')?.remove())
  await page.click('.tool-send button')
  return (await page.locator('#tool-verdict').textContent()) ?? ''
}

describe('the API tool', () => {
  it(
    'is one click from the page, succeeds as it is, and says why a spoilt secret is refused',
    async () => {
      const watched = await watchPage(browser(), `${server().url}/docs/api/${charity}`)
      const { page } = watched
      await page.click('#tool a.button')
      expect(await send(page)).toContain('调用成功')
      expect(await page.locator('#tool-answer').textContent()).toContain('"charity_hours": "0.1"')
      expect(await page.locator('#tool-text').textContent()).toMatch(/^app_key10000001channel_user/)
      expect(await accessibilityFindings(page)).toEqual([])

      await page.fill('#app-secret', ` ${APP_SECRET}`)
      expect(await send(page)).toContain('25 Invalid signature')
      expect(await page.locator('#tool-finding').textContent()).toContain('AppSecret')
      expect(await page.locator('#tool-remedy').textContent()).toContain('AppSecret')
      expect(await page.locator('[data-result]').textContent()).not.toContain(APP_SECRET)
      expect(watched.foreignRequests).toEqual([])
      expect(watched.troubles).toEqual([])
      await page.context().close()
    },
    TIMEOUT_MS,
  )

  it(
    'signs with each method and reads each form of the answer',
    async () => {
      const url = `${server().url}/docs/tool?method=taobao.retail.user.tag.mobile.add&lang=en`
      const { page } = await watchPage(browser(), url)
      for (const method of ['md5', 'hmac', 'hmac-sha256']) {
        await page.selectOption('#sign-method', method)
        for (const form of ['json', 'simplified', 'xml']) {
          await page.selectOption('#answer-form', form)
          expect(await send(page), `${method} ${form}`).toContain('The call succeeded')
        }
      }
      await page.fill('[data-path=biz_code]', 'BIZ_Z')
      expect(await send(page)).toContain('Have the biz_code registered')
      await page.context().close()
    },
    TIMEOUT_MS,
  )

  it('brings the verdict into sight on a phone, where the form is long', async () => {
    const { page } = await watchPage(browser(), `${server().url}/docs/tool?method=${charity}`, {
      viewport: { width: 390, height: 800 },
    })
    await send(page)
    const isInSight = () =>
      page.locator('#tool-verdict').evaluate((verdict) => {
        const { top, bottom } = verdict.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      })
    await expect.poll(isInSight, { timeout: 5_000 }).toBe(true)
    await page.context().close()
  })

  it(
    'copies the call as curl that works, and makes a link without secret and session',
    async () => {
      const method = 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow'
      const url = `${server().url}/docs/tool?method=${method}`
      const { page } = await watchPage(browser(), url, {
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      expect(await send(page)).toContain('调用成功')
      await page.click('.tool-copy button:has-text("CURL")')
      await page.locator('.tool-copy button:has-text("已复制")').waitFor()
      const command = await page.evaluate(() => navigator.clipboard.readText())
      const { stdout } = await shell('sh', ['-c', command])
      expect(stdout).toContain('"success":"true"')
      const link = (await page.locator('#tool-link').textContent()) ?? ''
      expect(link).not.toContain(APP_SECRET)
      expect(link).not.toContain(SESSION)
      expect(await page.locator('[data-result]').textContent()).not.toContain(SESSION)

      await page.goto('about:blank')
      await page.goto(link.replace('req.type=1', 'req.type=2'))
      expect(await page.inputValue('[data-path="req.type"]')).toBe('2')
      await page.context().close()
    },
    TIMEOUT_MS,
  )

  it('keeps its form to itself: no control has a name, so nothing travels without the island', async () => {
    const page = await (await fetch(`${server().url}/docs/tool?method=${charity}`)).text()
    const form = /<form class="tool-form".*?<\/form>/s.exec(page)?.[0] ?? ''
    expect(form).toContain('id="app-secret"')
    expect(form).not.toMatch(/<(?:input|select|textarea)[^>]*\sname=/)
  })

  it('answers an unknown method with the nearest ones', async () => {
    const response = await fetch(`${server().url}/docs/tool?method=alibaba.charity.useraction.sink`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain(`/docs/api/${charity}`)
  })
})
