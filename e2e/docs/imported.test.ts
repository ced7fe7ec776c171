import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type DocumentedApi, readTopDescription } from '@topgate/contracts'
import { writeImportedApis } from '@topgate/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFindings, chromiumDuring, watchPage } from '../browser/chromium.ts'
import { sandboxDuring } from '../testing/start-server.ts'

const server = sandboxDuring()
const browser = chromiumDuring()

const evil = `<img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script>`
const odd = {
  name: 'alibaba.Odd-Name.cardInfo',
  apiChineseName: `奇怪的接口 ${evil}`,
  description: evil,
  category: { name: evil },
  requestParams: [
    { name: 'plain', type: 'String', description: evil, maxLength: 5, required: true },
    { name: evil, type: evil },
    { name: 'list', type: 'Item[]', subParams: [{ name: 'inner_name', type: 'Number' }] },
    { name: 'untyped' },
  ],
}

function read(value: unknown): DocumentedApi {
  const { api } = readTopDescription(value)
  if (api === undefined) throw new Error('not readable')
  return api
}

const get = (path: string) => fetch(server().url + path)
const page = `/docs/api/${odd.name}`

describe('an imported description', () => {
  beforeAll(() => writeImportedApis(server().dataDir, [read(odd)]))

  it('is documentation only, and says so', async () => {
    const response = await get(`${page}?lang=en`)
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(text).toContain('not served here')
    expect(text).toContain('inner_name')
    expect(text).toContain('Up to 5 characters')
    expect(await (await get('/openapi.json')).text()).not.toContain(odd.name)
    expect(await (await get(`/docs/tool?method=${odd.name}`)).text()).toContain('不在本平台提供')
    const call = await get(`/router/rest?method=${odd.name}&format=json`)
    expect(await call.text()).toContain('"code":22')
  })

  it('is found by its fields, and has its twins', async () => {
    const groups = await (await get('/docs/search.json?q=inner_name')).json()
    const suggestions = [expect.objectContaining({ name: odd.name })]
    expect(groups).toEqual([expect.objectContaining({ kind: 'apis', suggestions })])
    expect(await (await get(`${page}.md`)).text()).toContain('| `list.inner_name` | Number |')
    expect(await (await get(`${page}.json`)).json()).toMatchObject({ method: odd.name })
  })

  it('cannot run or break anything by the markup in it', async () => {
    for (const path of [page, '/docs', '/docs/search?q=odd', `${page}?lang=en`]) {
      const watched = await watchPage(browser(), server().url + path)
      expect(await watched.page.title()).not.toBe('hacked')
      expect(await watched.page.locator('main img, main script').count()).toBe(0)
      expect(watched.troubles).toEqual([])
      expect(watched.foreignRequests).toEqual([])
      if (path === page) expect(await accessibilityFindings(watched.page)).toEqual([])
      await watched.page.context().close()
    }
  })
})

const folder = new URL('../../../shared/data/', import.meta.url)
const file = new URL('top-apis-1000.ndjson.gz', folder)

// Test data that is not ours to copy; where it lies beside the project, and always in CI.
if (existsSync(folder) || process.env.CI !== undefined) {
  it("every field of each of TOP's published descriptions is on its page", async () => {
    const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n')
    const apis = lines.map((line) => read(JSON.parse(line)))
    expect(apis).toHaveLength(1_000)
    writeImportedApis(server().dataDir, apis)
    await expect
      .poll(async () => (await get(`/docs/api/${apis.at(-1)?.method}`)).status, { timeout: 5_000 })
      .toBe(200)
    for (const api of apis.filter((_, at) => at % 20 === 0)) {
      const text = await (await get(`/docs/api/${encodeURIComponent(api.method)}`)).text()
      for (const side of ['request', 'response'] as const) {
        const names = Object.keys(api[side])
        expect(names.filter((name) => !text.includes(`id="${side}.${name}"`))).toEqual([])
      }
      expect(Buffer.byteLength(text)).toBeLessThan(1_500_000)
    }
  }, 60_000)
}
