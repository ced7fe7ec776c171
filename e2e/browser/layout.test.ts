import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sandboxDuring } from '../testing/start-server.ts'
import { chromiumDuring, watchPage } from './chromium.ts'

const server = sandboxDuring()
const browser = chromiumDuring()

/** What lies over something else, or sticks out of what holds it. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const { documentElement } = document
    if (documentElement.scrollWidth > documentElement.clientWidth) found.push('the page is wider')
    for (const cell of document.querySelectorAll('th, td')) {
      const isOut = cell.scrollWidth > cell.clientWidth + 1
      if (isOut && cell.clientWidth > 0) found.push(`sticks out of its cell: ${cell.textContent}`)
    }
    for (const button of document.querySelectorAll('.copy')) {
      const code = button.parentElement?.querySelector('pre')
      const [a, b] = [button.getBoundingClientRect(), code?.getBoundingClientRect()]
      if (b === undefined || a.width === 0) continue
      const isOver = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
      if (isOver) found.push(`the button lies over its code: ${code?.textContent}`)
    }
    return found
  })
}

/** Tables of which a part is out of sight. */
function wideTables(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('.table-box'))
      .filter((box) => box.scrollWidth > box.clientWidth)
      .map((box) => box.getAttribute('aria-label')),
  )
}

describe.each([
  '/docs',
  '/sdk',
  '/docs/search?q=id',
  '/docs/guides/errors',
  '/docs/guides/signing',
  '/docs/api/alibaba.charity.useraction.sync',
  '/docs/api/tmall.alihouse.customer.clue.out.invest.total.data.back.flow',
])('%s', (path) => {
  it.each(['zh', 'en'])('fits a desk and a phone in %s', async (lang) => {
    const url = new URL(server().url + path)
    if (lang !== 'zh') url.searchParams.set('lang', lang)
    const { page } = await watchPage(browser(), url.href)
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await misfits(page)).toEqual([])
    }
    expect(await wideTables(page)).toEqual([])
    await page.context().close()
  })
})
