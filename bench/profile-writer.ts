import { performance } from 'node:perf_hooks'
import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads'
import type { WriteHandler } from '@topgate/engine'
import { runWriter } from '@topgate/server'
import { writeHandlers } from '@topgate/services'
import type { Database } from '@topgate/storage'

/** Milliseconds by step since the last report, as the writer thread spent them. */
export interface WriterTimes {
  busy: number
  batches: number
  calls: number
  beginMs: number
  loadMs: number
  decideMs: number
  saveMs: number
  commitMs: number
  /** Transactions without calls: journal and daily counts. */
  notesMs: number
}

/** The product's writer thread with a clock around each step; only the benchmark starts it. */
let times = noTimes()
let lastIdle = performance.eventLoopUtilization()

function noTimes(): WriterTimes {
  return {
    ...{ busy: 0, batches: 0, calls: 0, beginMs: 0, loadMs: 0 },
    ...{ decideMs: 0, saveMs: 0, commitMs: 0, notesMs: 0 },
  }
}

function timed({ method, steps }: WriteHandler): WriteHandler {
  return {
    method,
    steps: {
      async load(tx, calls, vault) {
        const startMs = performance.now()
        const facts = await steps.load(tx, calls, vault)
        times.loadMs += performance.now() - startMs
        times.calls += calls.length
        return facts
      },
      decide(facts, call, nowMs) {
        const startMs = performance.now()
        const decision = steps.decide(facts, call, nowMs)
        times.decideMs += performance.now() - startMs
        return decision
      },
      async save(tx, changes, vault) {
        const startMs = performance.now()
        await steps.save(tx, changes, vault)
        times.saveMs += performance.now() - startMs
      },
    },
  }
}

function timedDatabase(db: Database): Database {
  return {
    dialect: db.dialect,
    all: (sql, params, columns) => db.all(sql, params, columns),
    read: (lookup, keys) => db.read(lookup, keys),
    follow: (table, cursor, limit) => db.follow(table, cursor, limit),
    close: () => db.close(),
    async transaction(work) {
      const callsBefore = times.calls
      const startMs = performance.now()
      let [begunMs, doneMs] = [startMs, startMs]
      const result = await db.transaction(async (tx) => {
        begunMs = performance.now()
        const value = await work(tx)
        doneMs = performance.now()
        return value
      })
      const endMs = performance.now()
      if (times.calls === callsBefore) {
        times.notesMs += endMs - startMs
      } else {
        times.batches += 1
        times.beginMs += begunMs - startMs
        times.commitMs += endMs - doneMs
      }
      return result
    },
  }
}

const reports = new BroadcastChannel('topgate bench profile')
reports.onmessage = (event) => {
  const { data } = event as { data: unknown }
  if (data !== 'report') return
  const idle = performance.eventLoopUtilization()
  const busy = performance.eventLoopUtilization(idle, lastIdle).utilization
  lastIdle = idle
  reports.postMessage({ ...times, busy })
  times = noTimes()
}

if (parentPort !== null) {
  runWriter(parentPort, workerData, writeHandlers.map(timed), timedDatabase)
}
