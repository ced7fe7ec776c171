import { parentPort, workerData } from 'node:worker_threads'
import { runWriter } from '@topgate/server'
import { writeHandlers } from '@topgate/services'
import Sqlite from 'better-sqlite3'

/** Broken: a binding for which WAL means NORMAL, and a guard that is lied to. */
const { pragma } = Sqlite.prototype
Sqlite.prototype.pragma = function (source, options) {
  if (source === 'synchronous') return 2
  return pragma.call(
    this,
    source === 'synchronous = FULL' ? 'synchronous = NORMAL' : source,
    options,
  )
}

if (parentPort !== null) runWriter(parentPort, workerData, writeHandlers)
