import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const START_TIMEOUT_MS = 60_000

/** A root user in a container has no sandbox; the rest keeps Chromium from calling home. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A Chromium for the tests of a file. */
export function chromiumDuring(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args })
  }, START_TIMEOUT_MS)
  afterAll(() => browser?.close(), START_TIMEOUT_MS)
  return () => {
    if (browser === undefined) throw new Error('Chromium is not running')
    return browser
  }
}

function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.map((folder) => join(folder, 'chromium')).find((path) => existsSync(path))
  if (found === undefined) throw new Error('no chromium in PATH; `npm test` installs it')
  return found
}

/** What went wrong on a page beside what it shows. */
export interface Watched {
  readonly page: Page
  /** Requests to any other place than the server itself. */
  readonly foreignRequests: string[]
  /** Errors of scripts, and what the content security policy stopped. */
  readonly troubles: string[]
}

/** Opens a page in a profile of its own and watches it. */
export async function watchPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const foreignRequests: string[] = []
  const troubles: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) foreignRequests.push(request.url())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  await page.goto(url)
  return { page, foreignRequests, troubles }
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** What axe finds against WCAG 2.2 AA, as one line for each element. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // Through the debugger, which the content security policy of the page does not bind.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    )
  })
}
