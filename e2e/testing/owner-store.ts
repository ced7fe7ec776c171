import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '@topgate/cli'
import { type TestTerminalOptions, testTerminal } from '@topgate/cli/testing'
import { type RunningServer, readConfig, startServer } from '@topgate/server'
import { postgresUrls } from '@topgate/storage/testing'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'

export interface CliResult {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

/** A store, and the command line that works on it. */
export interface OwnerStore {
  run(args: readonly string[], options?: TestTerminalOptions): Promise<CliResult>
  /** What a command with `--json` printed, after checking that it was done. */
  json<T = unknown>(...args: readonly string[]): Promise<T>
  /** The server of this store; where none runs beside the commands, one until the test ends. */
  server(): Promise<RunningServer>
  readonly dataDir: string
  /** After a change the server may go by what it knew for this long. */
  readonly lagMs: number
  /** What the server has written to its log, as JSON. */
  readonly logged: readonly string[]
}

const START_MS_MAX = 60_000
const OTHER_NODE_LAG_MS = 5_000

/** Describes `cases` on the embedded database alone, beside its server, and on PostgreSQL. */
export function eachOwnerStore(name: string, cases: (store: () => OwnerStore) => void): void {
  describe(`${name} on SQLite`, () => cases(storeOf(() => undefined, 'without', 0)))
  describe(`${name} beside a server`, () => cases(storeOf(() => undefined, 'beside', 0)))
  if (process.env.TOPGATE_TEST_CHECK === 'quick') return
  describe(`${name} on PostgreSQL`, () => {
    const urlOf = postgresUrls()
    cases(storeOf(() => urlOf('owner'), 'beside', OTHER_NODE_LAG_MS))
  })
}

/** One store for all tests of a block: each makes what it needs. */
function storeOf(
  databaseUrl: () => Promise<string> | undefined,
  server: 'without' | 'beside',
  lagMs: number,
): () => OwnerStore {
  const dataDir = mkdtempSync(join(tmpdir(), 'topgate-owner-'))
  let flags: Record<string, string> = { 'data-dir': dataDir }
  let running: RunningServer | undefined
  const logged: string[] = []
  const note = (...said: unknown[]) => logged.push(JSON.stringify(said, readably))
  const log = { call: note, report: note, fatal: note }
  const store: OwnerStore = {
    dataDir,
    logged,
    lagMs,
    async run(args, options = {}) {
      const { terminal, output } = testTerminal({ nowMs: Date.now(), ...options })
      const where = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])
      return { exitCode: await runCli([...args, ...where], terminal), ...output }
    },
    async json(...args) {
      const { exitCode, out, err } = await store.run([...args, '--json'])
      if (exitCode !== 0) throw new Error(err)
      return JSON.parse(out)
    },
    async server() {
      const config = readConfig({ ...flags, port: '0', 'admin-port': '0' }, {})
      running ??= await startServer(config, { log })
      return running
    },
  }
  const stop = async () => {
    await running?.stop()
    running = undefined
  }
  beforeAll(async () => {
    const url = await databaseUrl()
    if (url !== undefined) flags = { ...flags, 'database-url': url }
    if (server === 'beside') await store.server()
  }, START_MS_MAX)
  afterEach(() => (server === 'without' ? stop() : undefined), START_MS_MAX)
  afterAll(async () => {
    await stop()
    rmSync(dataDir, { recursive: true })
  }, START_MS_MAX)
  return () => store
}

function readably(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  return value instanceof Error ? value.stack : value
}
