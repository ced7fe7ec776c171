import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { catalogue } from '@topgate/contracts'
import { responseRoot } from '@topgate/protocol'
import { describe, expect, it } from 'vitest'
import { chromiumDuring, watchPage } from '../browser/chromium.ts'
import { readPage } from '../contracts/read-page.ts'
import { sandboxDuring } from '../testing/start-server.ts'
import { readApiPage, type SeenPage } from './read-api-page.ts'

const server = sandboxDuring()
const browser = chromiumDuring()

const seenPages = new Map<string, SeenPage>()

/** Opens a page once, however often it is asked for. */
async function see(method: string): Promise<SeenPage> {
  const known = seenPages.get(method)
  if (known !== undefined) return known
  const { page } = await watchPage(browser(), `${server().url}/docs/api/${method}`)
  const seen = await readApiPage(page)
  await page.context().close()
  seenPages.set(method, seen)
  return seen
}

const sampleTabs = ['JAVA', '.NET', 'PHP', 'CURL', 'Python', 'C/C++', 'NodeJS']
/** The headings of the documented pages, in their order. */
const documentedSections = [
  '公共参数',
  '请求参数',
  '响应参数',
  '请求示例',
  '响应示例',
  '异常示例',
  '错误码解释',
  'API工具',
  '如何获得此API',
  'FAQ',
]

describe.each(catalogue.map(({ method }) => method))('the page of %s', (method) => {
  it('has every section of a documented page in its order, and all sample tabs', async () => {
    const seen = await see(method)
    expect(seen.sections.filter((title) => documentedSections.includes(title))).toEqual(
      documentedSections,
    )
    expect(seen.sampleTabs).toEqual(sampleTabs)
    expect(seen.toTop).toBe('返回顶部')
  })
})

const folder = new URL('../../../shared/seeds/', import.meta.url)

// The pages are not ours to copy: see e2e/contracts.
if (existsSync(folder) || process.env.CI !== undefined) {
  const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
  const documented = catalogue.filter(({ apiId }) => apiId !== undefined && apiId !== 0)
  const pairs = documented.flatMap((api) => {
    const root = responseRoot(api.method)
    const text = texts.find((page) => page.replaceAll(' ', '').includes(`<${root}>`))
    return text === undefined ? [] : [[api.method, text] as const]
  })

  it('all stored pages are compared', () => {
    expect(pairs).toHaveLength(texts.length)
  })

  describe.each(pairs)('the page of %s against the documented one', (method, text) => {
    it('has its notice, place, title and description', async () => {
      const stored = readPage(text)
      const seen = await see(method)
      expect(seen.description).toBe(stored.description)
      if (stored.title === '') return
      expect(seen.title).toBe(stored.title)
      expect(seen.crumbs).toBe(`文档中心 > API类目 > ${stored.category}`)
      expect(seen.notice).toBe(
        stored.notice ? '注意:以下文档只适用于TOP接口,请谨慎使用!' : undefined,
      )
    })

    it('has its rows, cell for cell', async () => {
      const stored = readPage(text)
      const seen = await see(method)
      expect(seen.requestHeadings).toEqual(headings('名称 类型 是否必须 示例值 更多限制 描述'))
      expect(seen.responseHeadings).toEqual(headings('名称 类型 示例值 描述'))
      expect(seen.request).toEqual(stored.request)
      const lostRows = stored.title === ''
      expect(lostRows ? seen.response.filter(({ depth }) => depth === 0) : seen.response).toEqual(
        stored.response,
      )
    })

    it('has its samples, line for line', async () => {
      const seen = await see(method)
      expect(squeezed(text)).toContain(squeezed(seen.java))
      expect(squeezed(text)).toContain(squeezed(seen.xml))
      expect(squeezed(text)).toContain(squeezed(seen.errorXml))
      if (!isTable(text)) {
        expect(text).toContain(seen.java)
        expect(text).toContain(seen.xml)
        expect(text).toContain(seen.errorXml)
      }
      expect(JSON.parse(seen.errorJson)).toEqual({
        error_response: {
          code: 50,
          msg: 'Remote service error',
          sub_code: 'isv.invalid-parameter',
          sub_msg: '非法参数',
        },
      })
    })
  })
}

function headings(line: string): string[] {
  return line.split(' ')
}

function isTable(text: string): boolean {
  return text.includes('---|---|')
}

/** One stored page lost its line breaks and has spaces inside tags and calls. */
function squeezed(text: string): string {
  return text.replace(/\s/g, '')
}

describe('the tabs', () => {
  it('show each sample, one at a time, by mouse and by keyboard', async () => {
    const url = `${server().url}/docs/api/alibaba.charity.useraction.sync`
    const { page } = await watchPage(browser(), url)
    const shown = () => page.locator('#request-samples .tab-panel:visible code').getAttribute('id')
    const ids: (string | null)[] = []
    for (const label of sampleTabs) {
      await page.locator('#request-samples').getByLabel(label, { exact: true }).check()
      ids.push(await shown())
    }
    expect(new Set(ids).size).toBe(sampleTabs.length)
    expect(await page.locator('#request-samples .tab-panel:visible').count()).toBe(1)
    await page.keyboard.press('ArrowLeft')
    expect(await shown()).toBe('sample-cc')
    await page.context().close()
  })
})

describe('the tagging page', () => {
  it('marks the rows that were lost as read from the sample answer', async () => {
    const url = `${server().url}/docs/api/taobao.retail.user.tag.mobile.add`
    const { page } = await watchPage(browser(), url)
    const marked = await page.$$eval('#response tr:has(.badge)', (rows) =>
      rows.map((row) => `${row.id} ${row.querySelector('.badge')?.textContent}`),
    )
    await page.context().close()
    const restored = ['outer_error_code', 'error_message', 'error_code', 'sub_error_code']
      .map((name) => `error_infos.${name}`)
      .concat(['tag_success', 'social_nick', 'use_type'].map((name) => `module.${name}`))
    expect(marked).toEqual(restored.map((path) => `response.${path} 由响应示例还原`))
  })
})

describe('an address of no API', () => {
  it.each([
    ['alibaba.charity.useraction.sinc', 'alibaba.charity.useraction.sync'],
    ['charity', 'alibaba.charity.useraction.sync'],
  ])('%s leads to the nearest', async (asked, nearest) => {
    const response = await fetch(`${server().url}/docs/api/${asked}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain(`href="/docs/api/${nearest}"`)
  })

  it.each(['%3Cscript%3Ealert(1)%3C%2Fscript%3E', '%00', 'x'.repeat(250), '__proto__', '..%2f..'])(
    '%s is told so, and nothing of it is markup',
    async (asked) => {
      const response = await fetch(`${server().url}/docs/api/${asked}`)
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain('<script>alert')
    },
  )

  it('of absurd length is refused before it is read', async () => {
    const response = await fetch(`${server().url}/docs/api/${'x'.repeat(9_000)}`)
    expect(response.status).toBe(414)
  })
})
