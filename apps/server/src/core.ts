import { BatchQueue, IdSource, type WriteCall } from '@topgate/engine'
import {
  type FlowControl,
  type GatewayPorts,
  type HttpTimeouts,
  Load,
  SecretUses,
} from '@topgate/gateway'
import {
  checkKeys,
  loadSandbox,
  nextEvidenceSlot,
  nextJournalSlot,
  refuseSandboxKeys,
  writeHandlers,
} from '@topgate/services'
import { type Database, openVault, type Vault } from '@topgate/storage'
import type { Config } from './config.ts'
import { Flow } from './flow.ts'
import { Health } from './health.ts'
import { JournalBuffer } from './journal-buffer.ts'
import { monitorLoad } from './load-monitor.ts'
import { createLog, type Log } from './log.ts'
import { CallCounts } from './metrics/call-counts.ts'
import { createMetrics, type Metrics } from './metrics/metrics.ts'
import { oneAfterAnother } from './one-after-another.ts'
import { openStore, type Store, type StoreOptions } from './store.ts'
import { openTracing } from './tracing.ts'

/** What tests put in place of time, of the world outside and of the real writer. */
export interface Overrides {
  readonly nowMs?: () => number
  /** The ports of the gateway, such as a directory that shows an app in another state. */
  readonly adaptPorts?: (ports: GatewayPorts) => GatewayPorts
  /** Where a call comes from, by the address of its socket. */
  readonly peerOf?: (address: string) => string
  /** Shorter ones, so that a test need not wait as long as a slow client may take. */
  readonly timeouts?: HttpTimeouts
  readonly writerThread?: StoreOptions['writerThread']
  readonly adapt?: StoreOptions['adapt']
  readonly bulkThread?: URL
  readonly log?: Log
  /** Ends the process after a failure of the store that nothing may survive. */
  readonly exit?: (code: number) => void
}

/** What every part of a node leans on: the store with its queue, time, ids, the log. */
export interface Core {
  readonly config: Config
  readonly log: Log
  readonly vault: Vault
  readonly store: Store
  readonly queue: BatchQueue
  readonly health: Health
  readonly load: Load
  readonly flow: Flow
  readonly secretUses: SecretUses
  readonly journal: JournalBuffer
  /** What the calls of this node were, since it started. */
  readonly counts: CallCounts
  readonly metrics: Metrics
  readonly startedMs: number
  nowMs(): number
  /** Time that never steps back. */
  elapsedMs(): number
  nextId(): bigint
  /** Stores the lines of the journal that still wait. */
  saveNotes(): Promise<void>
  /** Resolves when everything acknowledged is stored and the store is closed. */
  close(): Promise<void>
}

const HOUSEKEEPING_MS = 250
/** A failed sync, a damaged file, a defect that nobody caught: end at once, start anew. */
export const EXIT_FATAL = 70

/** Opens the store and what stands around it. Throws a `StartRefusal` that says what to do. */
export async function openCore(config: Config, overrides: Overrides): Promise<Core> {
  const log = overrides.log ?? createLog(config.logLevel)
  const nowMs = overrides.nowMs ?? Date.now
  const elapsedMs = () => performance.now()
  const vault = openVault({ masterKey: config.masterKey })
  const onFatal = (message: string) => {
    log.fatal(message)
    ;(overrides.exit ?? process.exit)(EXIT_FATAL)
  }
  const onTraceTrouble = (reason: string | null) =>
    log.report('warn', reason === null ? 'traces arrive again' : 'traces lost', { reason })
  const tracing =
    config.tracesUrl === null ? undefined : await openTracing(config.tracesUrl, onTraceTrouble)
  const counts = new CallCounts()
  const metrics = createMetrics(counts)
  const store = await openStore({
    config,
    vault,
    handlers: writeHandlers,
    nowMs,
    prepare: (db) => prepare(db, config, vault, nowMs),
    report: (level, message, facts) => log.report(level, message, facts),
    onCommit: (seconds) => metrics.commit(seconds),
    onFatal,
    ...(overrides.writerThread === undefined ? {} : { writerThread: overrides.writerThread }),
    ...(overrides.adapt === undefined ? {} : { adapt: overrides.adapt }),
  })
  const runTimed = async (calls: readonly WriteCall[]) => {
    const beganMs = elapsedMs()
    const outcomes = await store.run(calls)
    metrics.batch(calls.length, (elapsedMs() - beganMs) / 1_000)
    return outcomes
  }
  const queue = new BatchQueue({
    run: runTimed,
    batchMax: store.batchMax,
    inFlightMax: store.inFlightMax,
    aheadMax: store.aheadMax,
    queueMax: config.limits.queueMax,
    waitMsMax: config.limits.queueWaitMsMax,
    elapsedMs,
    nowMs,
    defer: (task) => setImmediate(task),
    onBroken: (cause) => onFatal(String(cause)),
  })
  const load = new Load()
  const monitor = monitorLoad(load, queue)
  const ids = new IdSource(() => store.nodeNumber(), nowMs)
  const flow = await Flow.open(store, { nowMs, elapsedMs })
  const journal = new JournalBuffer(
    (entry) => {
      counts.record(entry)
      log.call(entry)
      tracing?.record(entry)
    },
    () => store.nodeNumber(),
    {
      slot: await nextJournalSlot(store.reader, store.nodeNumber()),
      evidenceSlot: await nextEvidenceSlot(store.reader, store.nodeNumber()),
    },
  )
  const secretUses = new SecretUses()
  const saveNotes = oneAfterAnother(() => saveNotesOf(store, journal, flow.quotas, secretUses, log))
  let saving: Promise<void> | undefined
  const housekeeping = setInterval(() => {
    queue.expire()
    saving ??= saveNotes()
      .then(() => flow.exchange())
      .catch((error: unknown) => log.report('error', 'defect of flow control', { error }))
      .finally(() => {
        saving = undefined
      })
  }, HOUSEKEEPING_MS)
  return {
    config,
    log,
    vault,
    store,
    queue,
    health: new Health(
      store,
      load,
      config.databaseUrl === null ? config.dataDir : null,
      elapsedMs,
      ({ ready, reason }) => log.report('warn', ready ? 'ready again' : 'not ready', { reason }),
    ),
    load,
    flow,
    secretUses,
    journal,
    counts,
    metrics,
    startedMs: nowMs(),
    nowMs,
    elapsedMs,
    nextId: () => ids.next(),
    saveNotes,
    async close() {
      await queue.drained()
      clearInterval(housekeeping)
      monitor.close()
      await saving
      await saveNotes()
      await tracing?.close()
      await store.close()
    },
  }
}

/** Beside the business writes. When the store is down, lines are lost and answers are not. */
async function saveNotesOf(
  store: Store,
  journal: JournalBuffer,
  quotas: FlowControl,
  secretUses: SecretUses,
  log: Log,
): Promise<void> {
  const notes = {
    ...journal.takeRows(),
    dailyUse: quotas.takeUse(),
    secretUse: secretUses.take(),
  }
  if (Object.values(notes).every((rows) => rows.length === 0)) return
  await store.saveNotes(notes).catch((error: unknown) => {
    log.report('warn', 'journal rows lost', { rows: notes.journal.length, error })
  })
}

/** Before a node has its number; ids of the fixtures never meet those of calls. */
const FIXTURE_NODE = 1023

/** With the store still closed to everybody else. */
async function prepare(
  db: Database,
  config: Config,
  vault: Vault,
  nowMs: () => number,
): Promise<void> {
  if (config.mode === 'production') await refuseSandboxKeys(db)
  await checkKeys(db, vault)
  if (config.mode === 'production') return
  const ids = new IdSource(() => FIXTURE_NODE, nowMs)
  await loadSandbox(db, { vault, nowMs: nowMs(), nextId: () => ids.next() })
}
