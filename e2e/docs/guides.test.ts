import { anchorOf, guides, stepsToGet } from '@topgate/codegen'
import { catalogue, platformErrors } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { accessibilityFindings, chromiumDuring, watchPage } from '../browser/chromium.ts'
import { APP_SECRET } from '../testing/samples.ts'
import { sandboxDuring } from '../testing/start-server.ts'
import { runCommands, runProgram } from './run-commands.ts'

const server = sandboxDuring()
const browser = chromiumDuring()
const TIMEOUT_MS = 120_000

describe.each(guides.map((guide) => [guide.name, guide] as const))(
  'the guide %s',
  (name, guide) => {
    const blocks = guide.sections.flatMap((section) => section.blocks)

    it(
      'has commands that print what they should',
      async () => {
        const commands = blocks.filter((block) => block.kind === 'command')
        expect(commands.length).toBeGreaterThan(0)
        const outputs = await runCommands(
          commands.map(({ command }) => command),
          server(),
        )
        for (const [index, { command, prints }] of commands.entries()) {
          expect(outputs[index], command).toContain(prints)
        }
      },
      TIMEOUT_MS,
    )

    it('has programs that print what they should', async () => {
      for (const block of blocks) {
        if (block.kind === 'program') expect(await runProgram(block.code)).toContain(block.prints)
      }
      expect(blocks.length).toBeGreaterThan(0)
    })

    it('stands on its page and in its Markdown twin, in both languages', async () => {
      for (const language of ['zh', 'en'] as const) {
        const twin = await fetch(`${server().url}/docs/guides/${name}.md?lang=${language}`)
        const text = await twin.text()
        const page = await fetch(`${server().url}/docs/guides/${name}?lang=${language}`)
        const markup = await page.text()
        for (const section of guide.sections) {
          expect(text).toContain(`## ${section.title[language]}`)
          expect(markup).toContain(section.title[language].replaceAll("'", '&#39;'))
        }
      }
    })
  },
)

it('the live example of signing follows what one types', async () => {
  const { page, troubles } = await watchPage(browser(), `${server().url}/docs/guides/signing`)
  const sign = page.locator('#lab-sign')
  expect(await sign.textContent()).toBe('66987CB115214E59E6EC978214934FB8')
  await page.selectOption('#lab-sign-method', 'hmac')
  expect(await sign.textContent()).toBe('D56D7858309C31B6251083A874D48273')
  await page.selectOption('#lab-sign-method', 'hmac-sha256')
  expect(await sign.textContent()).toBe(
    '04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8',
  )
  await page.fill('#lab-p-session', 'other')
  expect(await page.locator('#lab-text').textContent()).toContain('sessionothersign_method')
  expect(await accessibilityFindings(page)).toEqual([])
  expect(troubles).toEqual([])
  await page.context().close()
})

describe.each(catalogue.map((api) => [api.method, api] as const))(
  'how to get %s',
  (method, api) => {
    it(
      'works step by step',
      async () => {
        const [start, ...steps] = stepsToGet(api).map(({ command }) => command)
        // The server of this test stands for the first step.
        expect(start).toBe('npm start')
        // Each API makes the same app; another key keeps them apart.
        const key = `4${String(catalogue.indexOf(api)).padStart(7, '0')}`
        const own = steps.map((command) => command.replaceAll('30001234', key))
        // A sample may name a record that only its owner has; it is then declined, never refused.
        const last = `${own.pop()} || true`
        const outputs = await runCommands([...own, last], server())
        expect(outputs.at(-1)).toContain('"request_id"')
        expect(outputs.at(-1)).not.toContain('error_response')
        if (api.package !== null) expect(outputs[1]).toContain(api.package)
        if (api.guide.sandboxAnswer !== undefined) {
          expect(outputs.at(-1), method).not.toMatch(/Refused|Declined/)
        }
      },
      TIMEOUT_MS,
    )
  },
)

it('a guide leads to the next one, and the last to the APIs', async () => {
  const nexts = await Promise.all(
    guides.map(async ({ name }) => {
      const page = await (await fetch(`${server().url}/docs/guides/${name}?lang=en`)).text()
      return /<p class="next">Next: <a href="([^"?]+)\?lang=en">/.exec(page)?.[1]
    }),
  )
  const others = guides.slice(1).map(({ name }) => `/docs/guides/${name}`)
  expect(nexts).toEqual([...others, '/docs'])
})

it('code in the words of a guide is set as code, and every backtick has its other half', async () => {
  const page = await (await fetch(`${server().url}/docs/guides/first-call?lang=en`)).text()
  expect(page).toContain('<p>Run <code>npm start</code> in the folder')
  expect(page).toContain('<code>$c-&gt;gatewayUrl = $url</code>')
  for (const block of guides.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))) {
    const texts = block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : []
    for (const text of texts.flatMap(({ zh, en }) => [zh, en])) {
      expect(text.split('`').length % 2, text).toBe(1)
    }
  }
})

it('the guide to errors has every error of the platform, each in a place that a link can name', async () => {
  const read = async (path: string) => (await fetch(`${server().url}/docs/guides/${path}`)).text()
  const [page, twin] = [await read('errors'), await read('errors.md?lang=en')]
  for (const [name, { code, cause }] of Object.entries(platformErrors)) {
    expect(page).toContain(
      `<tr id="error-${name}"><th scope="row"><a href="#error-${name}"><code>${code}`,
    )
    expect(twin).toContain(cause.en)
  }
})

it.each(guides)('the sections of $name have places of their own', async ({ name, sections }) => {
  const page = await (await fetch(`${server().url}/docs/guides/${name}`)).text()
  const places = new Set(sections.map(anchorOf))
  expect(places.size).toBe(sections.length)
  for (const place of places) expect(page).toContain(`<section id="${place}">`)
})

it.each(['first-call', 'sandbox'])('the guide %s tells the secret of the app', async (name) => {
  const page = await (await fetch(`${server().url}/docs/guides/${name}`)).text()
  expect(page).toContain(APP_SECRET)
})

it('the first call is one click from the catalogue, the test apps are one from the SDKs', async () => {
  const linksOf = async (path: string) => (await fetch(server().url + path)).text()
  expect(await linksOf('/docs?lang=en')).toContain('href="/docs/guides/first-call?lang=en"')
  expect(await linksOf('/sdk')).toContain('href="/docs/guides/sandbox"')
  expect(await linksOf(`/docs/api/${catalogue[0]?.method}`)).toContain(
    'href="/docs/guides/sandbox"',
  )
})
