import { describe, expect, it } from 'vitest'
import { accessibilityFindings, chromiumDuring, watchPage } from '../browser/chromium.ts'
import { layoutFindings } from '../browser/layout.ts'
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

  it('finds guides and errors, each in a group of its own, down to the heading', async () => {
    const { page } = await watchPage(browser(), `${server().url}/docs?lang=en`)
    const box = page.getByRole('combobox')
    await box.fill('dry run')
    const guides = page.getByRole('group', { name: 'Guides' })
    const option = guides.getByRole('option', { name: 'Dry run: checked, not stored' })
    await option.waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    expect(await layoutFindings(page)).toEqual([])
    await box.fill('25')
    const error = page.getByRole('group', { name: 'Error codes' }).getByRole('option').first()
    await error.getByText('25 Invalid signature').waitFor()
    await box.press('ArrowDown')
    await box.press('Enter')
    await page.waitForURL('**/docs/guides/errors?lang=en#error-invalid-signature')
    expect(await page.locator('tr:target').textContent()).toContain('Invalid signature')
    await page.context().close()
  })

  it('leaves room for the title beside a long error code on a phone', async () => {
    const viewport = { width: 390, height: 900 }
    const { page } = await watchPage(browser(), `${server().url}/docs?lang=en`, { viewport })
    await page.getByRole('combobox').fill('session')
    await page.getByText('error code accesscontrol.limited-by-session').first().waitFor()
    const widths = await page
      .locator('.suggestion-title')
      .evaluateAll((titles) => titles.map((title) => title.getBoundingClientRect().width))
    expect(Math.min(...widths)).toBeGreaterThan(100)
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

  it('leads to the heading of the guide, with the words around what was found', async () => {
    const { text } = await search('PKCE')
    expect(text).toContain('href="/docs/guides/sessions#step-1-ask-the-user"')
    expect(text).toContain('PKCE 选填')
  })

  it('shows first the kind that fits best', async () => {
    const kinds = async (query: string) =>
      [...(await search(query)).text.matchAll(/class="found is-([a-z]+) /g)].map(([, kind]) => kind)
    expect(await kinds('公益')).toEqual(['apis', 'guides'])
    expect((await kinds('签名'))[0]).toBe('guides')
    expect((await kinds('25'))[0]).toBe('errors')
  })

  it.each(['<script>alert(1)</script>', '"onfocus="alert(1)', 'x'.repeat(5_000), '', '☃'])(
    'is a helpful page for %j, and nothing of it is markup',
    async (query) => {
      const { status, text } = await search(query)
      expect(status).toBe(200)
      expect(text).toContain('可按 API 名称、标题、字段名、错误码、指南里的文字或拼音首字母搜索')
      expect(text).not.toMatch(/<script>alert|"onfocus=/)
    },
  )

  it.each(['%', '\\'])('finds %j, which guides hold, as any other word', async (query) => {
    const { status, text } = await search(query)
    expect(status).toBe(200)
    expect(text).toContain('class="found is-guides ')
  })

  it('lists the APIs of a category with title, authorisation and package', async () => {
    const category = encodeURIComponent('天猫好房用户API')
    const text = await (await fetch(`${server().url}/docs?category=${category}`)).text()
    for (const cell of ['外投统计数据回流接口', '需用户授权', 'alihouse']) {
      expect(text).toContain(cell)
    }
    expect((await fetch(`${server().url}/docs?category=none`)).status).toBe(404)
  })
})
