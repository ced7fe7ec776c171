import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { catalogue } from '@topgate/contracts'
import { BatchQueue, IdSource } from '@topgate/engine'
import { createGateway, createHttpServer, dayOf, handleCall, TokenBuckets } from '@topgate/gateway'
import {
  apiServices,
  findCredential,
  findDailyUse,
  loadSandbox,
  nextJournalSlot,
  refuseSandboxKeys,
  refuseWrongKey,
  type SetPasswordAnswer,
  type SetPasswordRequest,
  sandboxCaller,
  setPassword,
  writeHandlers,
} from '@topgate/services'
import { type Database, openVault, StartRefusal, type Vault } from '@topgate/storage'
import { createAppDirectory, createSessionDirectory } from './app-directory.ts'
import { BulkClient } from './bulk-client.ts'
import type { Config } from './config.ts'
import { Access } from './console/access.ts'
import { createConsoleSite } from './console/console-site.ts'
import { newSetUpCode } from './console/set-up-code.ts'
import { createDigests } from './digests.ts'
import { FreshCache } from './fresh-cache.ts'
import { createHandlerTable } from './handlers.ts'
import { Health } from './health.ts'
import { JournalBuffer } from './journal-buffer.ts'
import { createLog, type Log } from './log.ts'
import { createOperatorServer, serveHealth } from './operator-server.ts'
import { listenForOwner } from './owner/control-server.ts'
import { type OwnerOrder, ownerAnswerOf, ownerCall, refusal } from './owner/owner-call.ts'
import { createPlatformWrite } from './platform-write.ts'
import { bundleAssets } from './site/assets.ts'
import { createDocsSite } from './site/docs-site.ts'
import type { Site } from './site/site.ts'
import { openStore, type StoreOptions } from './store.ts'

/** What tests put in place of time and of the real writer. Nothing else is replaceable. */
export interface Overrides {
  readonly nowMs?: () => number
  readonly writerThread?: StoreOptions['writerThread']
  readonly adapt?: StoreOptions['adapt']
  readonly bulkThread?: URL
  readonly log?: Log
  /** Ends the process after a failure of the store that nothing may survive. */
  readonly exit?: (code: number) => void
}

export interface RunningServer {
  /** Address of the gateway, such as `http://127.0.0.1:8080`. */
  readonly url: string
  readonly operatorUrl: string
  /** Who has it may set the first password of the console; null when there is one. */
  readonly setUpCode: string | null
  /** Drains and stops. Resolves when everything acknowledged is stored and all is closed. */
  stop(): Promise<void>
}

/** Nothing below it is ever a page. */
const ROUTER_FOLDER = '/router/'
const QUEUE_MAX = 2_048
const HOUSEKEEPING_MS = 250
const DRAIN_MS_MAX = 25_000
const ANNOUNCE_MS = 5_000
/** A failed sync, a damaged file, a defect that nobody caught: end at once, start anew. */
export const EXIT_FATAL = 70

/** Opens the store, wires the parts and listens. Throws a `StartRefusal` that says what to do. */
export async function startServer(
  config: Config,
  overrides: Overrides = {},
): Promise<RunningServer> {
  const log = overrides.log ?? createLog(config.logLevel)
  const nowMs = overrides.nowMs ?? Date.now
  const elapsedMs = () => performance.now()
  const vault = openVault({ masterKey: config.masterKey })
  const onFatal = (message: string) => {
    log.fatal(message)
    ;(overrides.exit ?? process.exit)(EXIT_FATAL)
  }
  const store = await openStore({
    config,
    vault,
    handlers: writeHandlers,
    nowMs,
    prepare: (db) => prepare(db, config, vault, nowMs),
    report: (level, message, facts) => log.report(level, message, facts),
    onFatal,
    ...(overrides.writerThread === undefined ? {} : { writerThread: overrides.writerThread }),
    ...(overrides.adapt === undefined ? {} : { adapt: overrides.adapt }),
  })
  const queue = new BatchQueue({
    run: (calls) => store.run(calls),
    batchMax: store.batchMax,
    inFlightMax: store.inFlightMax,
    queueMax: QUEUE_MAX,
    nowMs,
    defer: (task) => setImmediate(task),
    onBroken: (cause) => onFatal(String(cause)),
  })
  const health = new Health(store, config.databaseUrl === null ? config.dataDir : null, elapsedMs)
  const ids = new IdSource(() => store.nodeNumber(), nowMs)
  const today = dayOf(nowMs())
  const used = new Map(
    (await findDailyUse(store.reader, today)).map(({ app_key, calls }) => [app_key, calls]),
  )
  const quotas = new TokenBuckets({
    usedBefore: (appKey, day) => (day === today ? (used.get(appKey) ?? 0) : 0),
  })
  const journal = new JournalBuffer(
    (entry) => log.call(entry),
    () => store.nodeNumber(),
    await nextJournalSlot(store.reader, store.nodeNumber()),
  )
  const bulk = new BulkClient({
    module: overrides.bulkThread ?? new URL('./bulk-thread.ts', import.meta.url),
    report: (message, facts) => log.report('error', message, facts),
  })
  const digests = createDigests()
  const apps = createAppDirectory(store.reader, vault, elapsedMs, nowMs)
  const sessions = createSessionDirectory(store.reader, elapsedMs)
  const gateway = createGateway(
    catalogue,
    {
      apps,
      sessions,
      quotas,
      handlers: createHandlerTable(catalogue, apiServices, queue, {
        db: store.reader,
        vault,
        nowMs,
        elapsedMs,
        pause: sleep,
        isClosing: () => health.isDraining(),
        directory: (read) => new FreshCache(read, elapsedMs),
        alert: (message, facts) => log.report('warn', message, facts),
      }),
      bulk,
      journal,
      digests,
      nowMs,
      elapsedMs,
      nextId: () => ids.next(),
      onDefect: (error, requestId) => log.report('error', 'defect', { error, requestId }),
    },
    {
      sandbox: config.mode === 'sandbox',
      backendErrorCode: config.backendErrorCode,
      sourceRefusalsMax: config.sourceRefusalsMax,
    },
  )
  const saveNotes = async () => {
    const notes = { journal: journal.takeRows(), dailyUse: quotas.takeUse() }
    if (notes.journal.length + notes.dailyUse.length === 0) return
    await store.saveNotes(notes).catch((error: unknown) => {
      log.report('warn', 'journal rows lost', { rows: notes.journal.length, error })
    })
  }
  const housekeeping = setInterval(() => {
    queue.expire()
    void saveNotes()
  }, HOUSEKEEPING_MS)
  const assets = bundleAssets()
  const docs = await createDocsSite({
    assets,
    sandboxCaller: config.mode === 'sandbox' ? sandboxCaller : null,
    digests,
    nowMs,
    onDefect: (error) => log.report('error', 'defect of a page', { error }),
  })
  const server = createHttpServer({
    handle: (call) => handleCall(call, gateway),
    serveOther: (request, response) => serveBeside(request, response, health, docs),
    isClosing: () => health.isDraining(),
  })
  const setUpCode = newSetUpCode()
  const write = createPlatformWrite({ queue, nextId: () => ids.next(), nowMs })
  const access = new Access({
    setUpCode,
    findCredential: () => findCredential(store.reader),
    setFirstPassword: async (password_hash) => {
      const request: SetPasswordRequest = { password_hash, first: true }
      return (await write<SetPasswordAnswer>(setPassword, request)).done
    },
    elapsedMs,
  })
  const console = await createConsoleSite({
    assets,
    access,
    write,
    store: { db: store.reader, vault, nowMs },
    droppedLines: () => journal.state().dropped,
    onDefect: (error) => log.report('error', 'defect of a page', { error }),
    onOutage: (error) => log.report('warn', 'the console could not use the store', { error }),
  })
  const operators = createOperatorServer({
    health,
    console,
    status: () => ({ mode: config.mode, queue: queue.state(), journal: journal.state() }),
  })
  const runOrder = async (order: OwnerOrder) => {
    const call = ownerCall(order, config.mode, ids.next(), nowMs())
    if (call === undefined) return refusal(`There is no operation ${order.operation}.`)
    const outcome = await queue.submit(call)
    apps.clear()
    sessions.clear()
    return ownerAnswerOf(outcome)
  }
  let control: { close(): unknown } | undefined
  const closeStore = async () => {
    control?.close()
    await bulk.close()
    await queue.drained()
    clearInterval(housekeeping)
    await saveNotes()
    await store.close()
  }
  try {
    await listen(server, config.port, config.host)
    await listen(operators, config.adminPort, '127.0.0.1')
    if (config.databaseUrl === null) control = await listenForOwner(config.dataDir, runOrder)
  } catch (error) {
    await close(server)
    await closeStore()
    throw error
  }

  const stop = async () => {
    health.drain()
    if (config.mode === 'production') await sleep(ANNOUNCE_MS)
    const closed = Promise.all([close(server), close(operators)])
    server.closeIdleConnections()
    await Promise.race([closed, sleep(DRAIN_MS_MAX)])
    server.closeAllConnections()
    operators.closeAllConnections()
    await closeStore()
  }
  let stopping: Promise<void> | undefined
  return {
    url: addressOf(server, config.host),
    operatorUrl: addressOf(operators, '127.0.0.1'),
    setUpCode: (await access.isSetUp()) ? null : setUpCode,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** What stands beside the router on the gateway's port. False: an address of the gateway itself. */
function serveBeside(
  request: IncomingMessage,
  response: ServerResponse,
  health: Health,
  docs: Site,
): boolean {
  if (serveHealth(request, response, health)) return true
  if (request.url?.startsWith(ROUTER_FOLDER) === true) return false
  if (health.isDraining()) response.setHeader('Connection', 'close')
  docs.serve(request, response)
  return true
}

/** Before a node has its number; ids of the fixtures never meet those of calls. */
const FIXTURE_NODE = 1023

async function prepare(
  db: Database,
  config: Config,
  vault: Vault,
  nowMs: () => number,
): Promise<void> {
  if (config.mode === 'production') await refuseSandboxKeys(db)
  await refuseWrongKey(db, vault)
  if (config.mode === 'production') return
  const ids = new IdSource(() => FIXTURE_NODE, nowMs)
  await loadSandbox(db, { vault, nowMs: nowMs(), nextId: () => ids.next() })
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE'
      reject(
        new StartRefusal(
          inUse
            ? `Port ${port} on ${host} is in use. Stop the other program, or choose another ` +
                'port with TOPGATE_PORT and TOPGATE_ADMIN_PORT.'
            : `Cannot listen on ${host}:${port}: ${error.message}`,
        ),
      )
    })
    server.listen({ port, host, backlog: 256 }, resolve)
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function addressOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Never keeps the process: while it waits, open sockets do. */
function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
