import { readConfig, runOwnerOrder } from '@topgate/server'
import { postgresUrls } from '@topgate/storage/testing'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startSandbox } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'

const PER_SECOND = 50
const TIMES = 2
const WINDOWS = 10
/** Until the nodes know what each is asked for. */
const FIRST_SECONDS = 2
const BEAT_MS = 500
const START_MS_MAX = 120_000
const RUN_MS_MAX = 180_000

const timeGet = { method: 'taobao.time.get', params: {} }
const key = '30000099'
const secret = 'the secret of three nodes'.replaceAll(' ', '-')

/** Three nodes of one database, whose common clock stands still until the test moves it. */
const urlOf = postgresUrls()
let nowMs = Math.ceil(Date.now() / 1000) * 1000
let nodes: Awaited<ReturnType<typeof startSandbox>>[] = []
let db: Client | undefined

beforeAll(async () => {
  const url = await urlOf('three-nodes')
  for (const _ of [1, 2, 3]) nodes.push(await startSandbox(url, { nowMs: () => nowMs }))
  const config = readConfig({ 'database-url': url }, {})
  const settings = { 'per-second': String(PER_SECOND) }
  const input = { app_key: key, secret, settings, packages: [], no_packages: true }
  const made = await runOwnerOrder(config, { operation: 'owner.app.create', by: 'test', input })
  expect(made).toMatchObject({ done: true })
  db = new Client(url)
  await db.connect()
}, START_MS_MAX)

afterAll(async () => {
  await db?.end()
  for (const node of nodes) await node.stop()
  nodes = []
}, START_MS_MAX)

/** Waits until every node has told in this beat of the clock what it is asked for. */
async function beat(): Promise<void> {
  const now = Math.floor(nowMs / BEAT_MS)
  await vi.waitUntil(
    async () => {
      const sql = 'SELECT count(DISTINCT node) AS nodes FROM flow_demand WHERE beat = $1'
      const found = await db?.query<{ nodes: string }>(sql, [now])
      return Number(found?.rows[0]?.nodes) === nodes.length
    },
    { timeout: 20_000, interval: 20 },
  )
}

it(
  'hold an app at twice its limit to it within 5 % in each of 10 windows',
  async () => {
    const admitted: number[] = []
    // In equal parts one node would refuse too much while another has nothing to do.
    const turns = [0, 1, 0, 0, 2, 0, 0, 1, 0, 0]
    let calls = 0
    for (let second = 0; second < FIRST_SECONDS + WINDOWS; second += 1) {
      let passed = 0
      for (let part = 0; part < 1000; part += BEAT_MS) {
        await beat()
        for (let at = 0; at < (PER_SECOND * TIMES * BEAT_MS) / 1000; at += 1) {
          nowMs += 1000 / (PER_SECOND * TIMES)
          const node = nodes[turns[calls % turns.length] ?? 0]
          calls += 1
          const answer = await call(node?.url ?? '', timeGet, { key, secret, nowMs })
          if (answer.includes('time_get_response')) passed += 1
          else expect(answer).toMatch(/limited-by-app-access-count.*This ban will last for 1 more/)
        }
      }
      admitted.push(passed)
    }
    const windows = admitted.slice(FIRST_SECONDS)
    expect(windows).toHaveLength(WINDOWS)
    for (const passed of windows) {
      expect(passed).toBeLessThanOrEqual(PER_SECOND * 1.05)
      expect(passed).toBeGreaterThanOrEqual(PER_SECOND * 0.95)
    }
  },
  RUN_MS_MAX,
)
