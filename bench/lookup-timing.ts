import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatBeijing, userTagMobileAdd } from '@topgate/contracts'
import { sign } from '@topgate/protocol'
import { createDigests } from '@topgate/server'
import { type RetailSeed, seedRetail } from '@topgate/services'
import { openPostgres, openSqlite } from '@topgate/storage'
import { APP_KEY, APP_SECRET } from './calls.ts'
import { startPrivatePostgres } from './private-postgres.ts'
import { ServerProcess } from './server-process.ts'
import { median, rounded } from './statistics.ts'
import { prepareDatabase, sandboxVault } from './topgate-data.ts'

/**
 * Does the tagging API take as long for a person whom it finds as for one whom it does not? Calls
 * for different people through the door, over one connection, one at a time: pairs of a hit and a
 * miss in random order, so that whatever slows the machine down meets both alike.
 */
const help = `Compares the time of hits and misses of the tagging API.

Usage: node bench/lookup-timing.ts [--calls 2000] [--postgres] [--json]

Exit status: 0 measured; 1 an answer was not the expected one; 2 usage.
`

const WARM_UP_PAIRS = 200
const CALLS_MAX = 100_000
const BIZ_CODE = 'BIZ_A'
const FIRST_HIT = 13_800_000_000
const FIRST_MISS = 13_900_000_000
/** So far apart that numbers are no neighbours. */
const STEP = 17

const digests = createDigests()

interface Timing {
  readonly hits: number[]
  readonly misses: number[]
}

async function measure(calls: number, postgres: boolean): Promise<Timing> {
  const parent = join(import.meta.dirname, '../.cache/bench')
  mkdirSync(parent, { recursive: true })
  const dir = mkdtempSync(join(parent, 'timing-'))
  const cluster = postgres ? await startPrivatePostgres() : undefined
  const url = cluster === undefined ? '' : `postgres://topgate@127.0.0.1:${cluster.port}/postgres`
  try {
    const pairs = WARM_UP_PAIRS + Math.ceil(calls / 2)
    await prepare(dir, url, pairs)
    const server = await ServerProcess.start('topgate.ts', [dir, '', url])
    try {
      return await sendPairs(`${server.url}/router/rest`, pairs)
    } finally {
      await server.stop()
    }
  } finally {
    await cluster?.stop()
    rmSync(dir, { recursive: true })
  }
}

/** A user for each hit, and a source that may miss as often as it likes. */
async function prepare(dir: string, url: string, users: number): Promise<void> {
  const db =
    url === '' ? openSqlite({ path: join(dir, 'topgate.db') }) : await openPostgres({ url })
  const vault = sandboxVault()
  const seed: RetailSeed = {
    sources: [{ biz_code: BIZ_CODE, ttl_days: 395, miss_percent: 100 }],
    tags: [],
    users: Array.from({ length: users }, (_, n) => ({
      taobao_user_id: String(2_300_000_000_000 + n),
      nick: `bench user ${n}`,
      mobile: { number: String(FIRST_HIT + STEP * n), is_primary: true },
    })),
  }
  await prepareDatabase(db, vault)
  await db.transaction((tx) => seedRetail(tx, vault, seed, 'replace'))
  await db.close()
}

async function sendPairs(url: string, pairs: number): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const timing: Timing = { hits: [], misses: [] }
  try {
    for (let n = 0; n < pairs; n += 1) {
      const hitFirst = Math.random() < 0.5
      for (const isHit of [hitFirst, !hitFirst]) {
        const us = await sendOne(url, agent, (isHit ? FIRST_HIT : FIRST_MISS) + STEP * n, isHit)
        if (n >= WARM_UP_PAIRS) timing[isHit ? 'hits' : 'misses'].push(us)
      }
    }
    return timing
  } finally {
    agent.destroy()
  }
}

/** Microseconds from the first byte sent to the last one received. */
function sendOne(url: string, agent: Agent, mobile: number, isHit: boolean): Promise<number> {
  const body = bodyOf(mobile)
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
    }
    const startedUs = performance.now() * 1000
    const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => {
        const tookUs = performance.now() * 1000 - startedUs
        const expected = isHit ? '"tag_success":true' : 'NOT_FIND_TAOBAO_ACCOUNT'
        if (text.includes(expected)) resolve(tookUs)
        else reject(new Error(`unexpected answer: ${text}`))
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

function bodyOf(mobile: number): string {
  const parameters = new Map([
    ['method', userTagMobileAdd.method],
    ['app_key', APP_KEY],
    ['timestamp', formatBeijing(Date.now())],
    ['v', '2.0'],
    ['format', 'json'],
    ['sign_method', 'hmac-sha256'],
    ['biz_code', BIZ_CODE],
    ['ext_param', `{"mobile":"${mobile}"}`],
  ])
  parameters.set('sign', sign(parameters, APP_SECRET, 'hmac-sha256', digests))
  return new URLSearchParams([...parameters]).toString()
}

/** Without the slowest tenth, which other programs on the machine cause. */
function calm(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b).slice(0, Math.ceil(values.length * 0.9))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Half the width of the 95 % interval of the difference of both means. */
function uncertainty({ hits, misses }: Timing): number {
  const ofMean = (values: readonly number[]) => {
    const middle = mean(values)
    return mean(values.map((value) => (value - middle) ** 2)) / values.length
  }
  return 1.96 * Math.sqrt(ofMean(hits) + ofMean(misses))
}

function percent(part: number, whole: number): number {
  return Number(((part / whole) * 100).toFixed(2))
}

function readCalls(text: string): number {
  const calls = /^[0-9]{1,6}$/.test(text) ? Number(text) : 0
  if (calls >= 2 && calls <= CALLS_MAX) return calls
  process.stderr.write(`--calls is a whole number from 2 to ${CALLS_MAX}\n`)
  process.exit(2)
}

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '2000' },
    postgres: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false, short: 'h' },
  },
})
if (values.help) {
  process.stdout.write(help)
} else {
  const timing = await measure(readCalls(values.calls), values.postgres)
  const [hit, miss] = [mean(timing.hits), mean(timing.misses)]
  const calmTiming = { hits: calm(timing.hits), misses: calm(timing.misses) }
  const [calmHit, calmMiss] = [mean(calmTiming.hits), mean(calmTiming.misses)]
  const report = {
    hit_mean_us: rounded(hit),
    miss_mean_us: rounded(miss),
    difference_percent: percent(miss - hit, hit),
    uncertainty_percent: percent(uncertainty(timing), hit),
    hit_calm_mean_us: rounded(calmHit),
    miss_calm_mean_us: rounded(calmMiss),
    calm_difference_percent: percent(calmMiss - calmHit, calmHit),
    calm_uncertainty_percent: percent(uncertainty(calmTiming), calmHit),
    hit_median_us: rounded(median(timing.hits)),
    miss_median_us: rounded(median(timing.misses)),
  }
  process.stdout.write(
    values.json
      ? `${JSON.stringify(report)}\n`
      : `${Object.entries(report)
          .map(([name, value]) => `${name.padEnd(20)} ${value}`)
          .join('\n')}\n`,
  )
}
