import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Overrides, type RunningServer, readConfig, startServer } from '@topgate/server'
import { postgresUrls } from '@topgate/storage/testing'
import { afterAll, beforeAll, describe } from 'vitest'

const START_TIMEOUT_MS = 60_000

export interface TestServer {
  readonly url: string
  /** The port of the operators. */
  readonly operatorUrl: string
  readonly setUpCode: string | null
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

const silentLog = { call() {}, report() {}, fatal() {} }

/** Starts a sandbox of its own on free ports, on SQLite or on the given PostgreSQL. */
export async function startSandbox(
  databaseUrl?: string,
  overrides: Overrides = {},
): Promise<TestServer & { stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'topgate-e2e-'))
  const flags = { port: '0', 'admin-port': '0', 'data-dir': dataDir, 'database-url': databaseUrl }
  const server: RunningServer = await startServer(readConfig(flags, {}), {
    log: silentLog,
    ...overrides,
  })
  return {
    url: server.url,
    operatorUrl: server.operatorUrl,
    setUpCode: server.setUpCode,
    dataDir,
    databaseUrl,
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** Describes `cases` twice, each time against a fresh running sandbox. */
export function eachSandbox(
  name: string,
  cases: (server: () => TestServer) => void,
  overrides: Overrides = {},
): void {
  describe(`${name} on SQLite`, () => {
    cases(runningDuring(async () => startSandbox(undefined, overrides)))
  })
  describe(`${name} on PostgreSQL`, () => {
    const urlOf = postgresUrls()
    cases(runningDuring(async () => startSandbox(await urlOf('sandbox'), overrides)))
  })
}

/** A fresh running sandbox on SQLite for the tests of a file. */
export function sandboxDuring(overrides: Overrides = {}): () => TestServer {
  return runningDuring(() => startSandbox(undefined, overrides))
}

function runningDuring(start: () => ReturnType<typeof startSandbox>): () => TestServer {
  let server: Awaited<ReturnType<typeof startSandbox>> | undefined
  beforeAll(async () => {
    server = await start()
  }, START_TIMEOUT_MS)
  afterAll(() => server?.stop(), START_TIMEOUT_MS)
  return () => {
    if (server === undefined) throw new Error('the server is not running')
    return server
  }
}
