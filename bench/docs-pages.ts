import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createLibrary, createSiteSearch, curlCall, guides, type Library } from '@topgate/codegen'
import { catalogue, type DocumentedApi, readTopDescription } from '@topgate/contracts'
import { plainDigests } from '@topgate/protocol'
import { openImportedApis, writeImportedApis } from '@topgate/server'
import { apiPage, cataloguePage, type PageContext, searchPage } from '@topgate/web'

/**
 * What pages cost with a file of TOP's metadata imported, as CPU time of the rendering thread, so
 * that a busy machine does not count: `node bench/docs-pages.ts FILE.ndjson.gz [COPIES]`.
 */
const [file = '', copies = '1'] = process.argv.slice(2)
const context: PageContext = {
  language: 'zh',
  address: '/docs',
  asset: (name) => `/assets/${name}`,
}

const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n')
const apis = Array.from({ length: Number(copies) }, (_, copy) =>
  lines.map((line) => describe(line, copy)),
)
  .flat()
  .filter((api) => api !== undefined)

function describe(line: string, copy: number): DocumentedApi | undefined {
  const { api } = readTopDescription(JSON.parse(line))
  return api === undefined || copy === 0 ? api : { ...api, method: `${api.method}.copy${copy}` }
}

const directory = mkdtempSync(join(tmpdir(), 'topgate-pages-'))
writeImportedApis(directory, apis)
const loadMs = cpuOf(() => openLibrary())
const library = openLibrary()
console.log(`${apis.length} imported APIs; library ${loadMs.toFixed(0)} ms of CPU, once per import`)

const methods = library.summaries.map(({ method }) => method)
measure('API page', 1_000, (at) => {
  const api = library.find(methods[(at * 7) % methods.length] ?? '')
  if (api === undefined) throw new Error('not found')
  const siblings = library.category(api.category.zh)?.apis ?? []
  const command = curlCall(api, {
    routerUrl: 'http://127.0.0.1/router/rest',
    identity: { appKey: '1', secret: 's' },
    nowMs: Date.now(),
    digests: plainDigests,
  })
  return apiPage(context, { api, siblings, curl: { command, isSigned: true } })
})
measure('catalogue', 300, () => cataloguePage(context, library.categories))
const words = [
  '公益',
  'event_id',
  'isv.',
  'gy',
  'order',
  'trade',
  'a',
  'id',
  '淘宝',
  'tb',
  '查询 id',
]
const search = createSiteSearch(library.search, guides)
measure('search', 500, (at) => {
  const query = words[at % words.length] ?? ''
  return searchPage(context, query, search(query, { apis: 50, guides: 50, errors: 50 }))
})
rmSync(directory, { recursive: true })

function openLibrary(): Library {
  return createLibrary(catalogue, openImportedApis(directory))
}

function measure(name: string, rounds: number, render: (at: number) => string): void {
  for (let at = 0; at < 30; at += 1) gzipSync(render(at))
  const spent: number[] = []
  let bytesMax = 0
  for (let at = 0; at < rounds; at += 1) {
    spent.push(
      cpuOf(() => {
        bytesMax = Math.max(bytesMax, gzipSync(render(at)).length)
      }),
    )
  }
  spent.sort((a, b) => a - b)
  const quantile = (share: number) => (spent[Math.floor(rounds * share)] ?? 0).toFixed(1)
  console.log(
    `${name}: p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms of CPU; largest ${bytesMax} bytes compressed`,
  )
}

function cpuOf(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}
