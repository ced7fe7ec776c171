import { describe, expect, it } from 'vitest'
import { sandboxDuring } from '../testing/start-server.ts'
import { accessibilityFindings, chromiumDuring, watchPage } from './chromium.ts'

const server = sandboxDuring()
const browser = chromiumDuring()

describe('every page', () => {
  it.each([
    '/docs',
    '/docs?lang=en',
    '/docs/nothing-here',
    '/docs/search?q=gy',
    '/docs/tool',
    '/sdk',
    '/sdk?lang=en',
    '/docs/guides',
    '/docs/guides/first-call?lang=en',
    '/docs/api/alibaba.charity.useraction.sync',
    '/docs/api/taobao.retail.user.tag.mobile.add?lang=en',
  ])('%s is accessible, in light and dark, and loads nothing from elsewhere', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const watched = await watchPage(browser(), server().url + path, { colorScheme })
      expect(await accessibilityFindings(watched.page)).toEqual([])
      expect(watched.foreignRequests).toEqual([])
      expect(watched.troubles.filter((text) => !text.includes('404'))).toEqual([])
      await watched.page.context().close()
    }
  })

  it('runs only scripts that are files of ours', async () => {
    const response = await fetch(`${server().url}/docs`)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).not.toContain('unsafe')
    const page = await response.text()
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/)
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })

  it('changes its theme by the switch and keeps it on the next page', async () => {
    const { page } = await watchPage(browser(), `${server().url}/docs`, { colorScheme: 'light' })
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await page.click('[data-theme-switch]')
    const dark = await ground()
    expect(dark).not.toBe(light)
    await page.goto(`${server().url}/docs?lang=en`)
    expect(await ground()).toBe(dark)
    await page.context().close()
  })
})

describe('the language', () => {
  it('is Chinese by default and English one switch away, on the same page', async () => {
    const { page } = await watchPage(browser(), `${server().url}/docs`)
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
    await page.click('a[hreflang=en]')
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(new URL(page.url()).pathname).toBe('/docs')
    await page.context().close()
  })

  it('that we do not speak gets a page that offers those that we do', async () => {
    const response = await fetch(`${server().url}/docs?lang=fr`)
    expect(response.status).toBe(404)
    const page = await response.text()
    expect(page).toContain('href="/docs?lang=en"')
    expect(page).toContain('href="/docs"')
  })
})

describe('the root', () => {
  it('leads a browser to the documentation, and tells a program what is here', async () => {
    const ask = (accept: string) => fetch(server().url, { headers: { accept }, redirect: 'manual' })
    const browsed = await ask('text/html,application/xhtml+xml')
    expect([browsed.status, browsed.headers.get('location')]).toEqual([302, '/docs'])
    const told = await ask('*/*')
    expect(await told.text()).toContain('/router/rest')
  })
})

it('files are kept for ever, because their names change with their content', async () => {
  const page = await (await fetch(`${server().url}/docs`)).text()
  const addresses = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
  expect(addresses.length).toBeGreaterThanOrEqual(4)
  for (const address of addresses) {
    const response = await fetch(server().url + address)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toContain('immutable')
  }
  expect((await fetch(`${server().url}/assets/site-000000000000.css`)).status).toBe(404)
})
