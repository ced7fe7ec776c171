import type { Overrides } from '@topgate/server'
import { postgresUrls } from '@topgate/storage/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { startSandbox } from '../testing/start-server.ts'
import { type ChatOptions, runChats } from './chat-run.ts'
import { verdict } from './checker.ts'
import type { History } from './history.ts'
import { withoutOrder } from './without-order.ts'

const isNightly = process.env.TOPGATE_TEST_NIGHTLY === '1'
const seed = Number(process.env.TOPGATE_TEST_SEED ?? 20_261_121)
const MESSAGES_PER_WRITER = isNightly ? 300 : 15
const CONTROL_ROUNDS_MAX = 10
const TIMEOUT_MS = isNightly ? 600_000 : 120_000

type Node = Awaited<ReturnType<typeof startSandbox>>
let nodes: Node[] = []

afterEach(async () => {
  await Promise.all(nodes.map((node) => node.stop()))
  nodes = []
})

async function startNodes(databaseUrl: string, overrides: Overrides = {}): Promise<string[]> {
  // One after the other, since the first one makes the tables.
  for (const _ of [1, 2]) nodes.push(await startSandbox(databaseUrl, overrides))
  return nodes.map(({ url }) => url)
}

function write16poll8(urls: readonly string[], more: Partial<ChatOptions> = {}): Promise<History> {
  const messagesPerWriter = MESSAGES_PER_WRITER
  return runChats({ seed, urls, conversations: 8, writers: 16, messagesPerWriter, ...more })
}

describe('conversations on two nodes with one PostgreSQL', () => {
  const urlOf = postgresUrls()

  it(`have each message once, in order, for 16 writers and 8 pollers (seed ${seed})`, {
    timeout: TIMEOUT_MS,
  }, async () => {
    const history = await write16poll8(await startNodes(await urlOf('sound')))
    expect(history.acknowledged).toHaveLength(16 * MESSAGES_PER_WRITER)
    expect(verdict(history)).toEqual([])
  })

  it('are found broken when nobody locks them', { timeout: TIMEOUT_MS }, async () => {
    const urls = await startNodes(await urlOf('broken'), { adapt: withoutOrder })
    for (let round = 0; round < CONTROL_ROUNDS_MAX; round += 1) {
      const history = await write16poll8(urls, { messagesPerWriter: 10, opened: true })
      if (verdict(history).length > 0) return
    }
    throw new Error('nothing was found')
  })
})

it('have each message once, in order, on one node with SQLite', {
  timeout: TIMEOUT_MS,
}, async () => {
  nodes.push(await startSandbox())
  const urls = nodes.map(({ url }) => url)
  expect(verdict(await write16poll8(urls))).toEqual([])
})
