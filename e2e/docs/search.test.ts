import { describe, expect, it } from 'vitest'
import { accessibilityFindings, chromiumDuring, watchPage } from '../browser/chromium.ts'
import { sandboxDuring } from '../testing/start-server.ts'

const server = sandboxDuring()
const browser = chromiumDuring()

const charity = 'alibaba.charity.useraction.sync'

describe('the search box', () => {
  it('answers as one types, and leads to the page by keyboard alone', async () => {
    const { page, troubles } = await watchPage(browser(), `${server().url}/docs`)
    const box = page.getByRole('combobox')
    for (const query of ['公益', 'event_id', 'isv.', 'gy']) {
      await box.fill(query)
      await page.locator(`#search-suggestions a[href="/docs/api/${charity}"]`).waitFor()
    }
    expect(await accessibilityFindings(page)).toEqual([])
    await box.fill('gysxs')
    await page.locator('#search-suggestions a:only-child').waitFor()
    await box.press('ArrowDown')
    expect(await page.locator('#search-suggestions [aria-selected=true]').count()).toBe(1)
    await box.press('Enter')
    await page.waitForURL(`**/docs/api/${charity}`)
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('closes by Escape, and Enter without a choice searches', async () => {
    const { page } = await watchPage(browser(), `${server().url}/docs?lang=en`)
    const box = page.getByRole('combobox')
    await box.fill('charity')
    const list = page.locator('#search-suggestions')
    await list.waitFor()
    await box.press('Escape')
    expect(await list.isHidden()).toBe(true)
    await box.press('Enter')
    await page.waitForURL('**/docs/search?*')
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en')
    expect(await page.locator('main table a').first().textContent()).toBe(charity)
    await page.context().close()
  })
})

describe('the page of results', () => {
  const search = async (query: string) => {
    const response = await fetch(`${server().url}/docs/search?q=${encodeURIComponent(query)}`)
    return { status: response.status, text: await response.text() }
  }

  it('says where the words were found', async () => {
    const { text } = await search('event_id')
    expect(text).toContain(`href="/docs/api/${charity}"`)
    expect(text).toContain('字段 event_id')
  })

  it.each(['<script>alert(1)</script>', '"onfocus="alert(1)', 'x'.repeat(5_000), '', '%', '\\'])(
    'is a helpful page for %j, and nothing of it is markup',
    async (query) => {
      const { status, text } = await search(query)
      expect(status).toBe(200)
      expect(text).toContain('可按 API 名称、标题、字段名、错误码或拼音首字母搜索')
      expect(text).not.toMatch(/<script>alert|"onfocus=/)
    },
  )

  it('lists the APIs of a category with title, authorisation and package', async () => {
    const category = encodeURIComponent('天猫好房用户API')
    const text = await (await fetch(`${server().url}/docs?category=${category}`)).text()
    for (const cell of ['外投统计数据回流接口', '需用户授权', 'alihouse']) {
      expect(text).toContain(cell)
    }
    expect((await fetch(`${server().url}/docs?category=none`)).status).toBe(404)
  })
})
