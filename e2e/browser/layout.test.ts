import { describe, expect, it } from 'vitest'
import { sandboxDuring } from '../testing/start-server.ts'
import { chromiumDuring, watchPage } from './chromium.ts'
import { layoutFindings } from './layout.ts'

const server = sandboxDuring()
const browser = chromiumDuring()

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
    expect(await layoutFindings(page)).toEqual([])
    await page.context().close()
  })
})

it.each(['zh', 'en'])('/status fits a desk and a phone in %s', async (lang) => {
  const { page } = await watchPage(browser(), `${server().operatorUrl}/status?lang=${lang}`)
  expect(await layoutFindings(page)).toEqual([])
  await page.context().close()
})
