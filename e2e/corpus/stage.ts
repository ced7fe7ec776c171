import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Overrides, readConfig, runOwnerOrder } from '@topgate/server'
import { rowLine } from '@topgate/services'
import { NodeProcess } from '../crash/node-process.ts'
import { startSandbox } from '../testing/start-server.ts'
import type { Clock } from './clock.ts'
import { type Fault, faulty, writeFault } from './faults.ts'
import { Store } from './store.ts'

/** A running server for cases to be played against, and what can be done to it from outside. */
export interface Stage {
  readonly url: string
  readonly store: Store
  /** Addresses of so many nodes on one store, the first of them `url`. */
  nodes(count: number): Promise<readonly string[]>
  /** SIGKILL, and a start anew on what that left. */
  restart(): Promise<void>
  /** Loads a row as the owner does. */
  load(kind: string, texts: Readonly<Record<string, string>>): Promise<void>
  /** Breaks the store, or mends it. */
  breakStore(fault: Fault): void
  stop(): Promise<void>
}

/** A sandbox in this process. */
export async function startInProcess(
  databaseUrl: string | undefined,
  overrides: Overrides,
): Promise<Stage> {
  let fault: Fault = 'none'
  const start = () =>
    startSandbox(databaseUrl, {
      ...overrides,
      writerThread: new URL('./faulty-writer.ts', import.meta.url),
      adapt: (db) => faulty(db, () => fault),
    })
  const first = await start()
  const store = await Store.open(first.dataDir, databaseUrl)
  const running = [first]
  return {
    url: first.url,
    store,
    async nodes(count) {
      if (databaseUrl === undefined) throw new Error('nodes share a PostgreSQL')
      while (running.length < count) running.push(await start())
      return running.slice(0, count).map(({ url }) => url)
    },
    restart: () => Promise.reject(new Error('a server in this process cannot be killed')),
    load: (kind, texts) => loadRow(first.dataDir, databaseUrl, kind, texts),
    breakStore(next) {
      fault = next
      writeFault(join(first.dataDir, 'topgate.db'), next)
    },
    async stop() {
      await store.close()
      await Promise.all(running.map((server) => server.stop()))
    },
  }
}

/** A server that is a process of its own, whose clock stands still too. */
export async function startKillable(databaseUrl: string | undefined, clock: Clock): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'topgate-corpus-'))
  const settings = { port: '0', 'admin-port': '0', 'data-dir': dataDir, 'log-level': 'silent' }
  const start = () => {
    const given = { ...settings, ...(databaseUrl && { 'database-url': databaseUrl }) }
    const args = Object.entries(given).map(([name, value]) => `--${name}=${value}`)
    return new NodeProcess([...args, `--now-ms=${clock.nowMs()}`])
  }
  let node = start()
  let url = await node.ready()
  const store = await Store.open(dataDir, databaseUrl)
  return {
    get url() {
      return url
    },
    store,
    nodes: () => Promise.reject(new Error('here is one node')),
    async restart() {
      await node.kill()
      // Ids are times: a node whose clock stands still would give them out again.
      clock.advance(1)
      node = start()
      url = await node.ready()
    },
    load: (kind, texts) => loadRow(dataDir, databaseUrl, kind, texts),
    breakStore(fault) {
      if (fault !== 'none') throw new Error('the store of another process cannot be broken')
    },
    async stop() {
      await store.close()
      await node.kill()
      rmSync(dataDir, { recursive: true })
    },
  }
}

async function loadRow(
  dataDir: string,
  databaseUrl: string | undefined,
  kind: string,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const config = readConfig({ 'data-dir': dataDir, 'database-url': databaseUrl }, {})
  const answer = await runOwnerOrder(config, {
    operation: 'owner.load',
    by: 'corpus',
    input: {},
    lines: [rowLine(kind, 1, texts)],
  })
  if (!answer.done) throw new Error(answer.problems.join('\n'))
}
