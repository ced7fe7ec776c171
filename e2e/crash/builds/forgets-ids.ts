import { parentPort, workerData } from 'node:worker_threads'
import { runWriter } from '@topgate/server'
import Sqlite from 'better-sqlite3'
import { type CharityFacts, withCharitySteps } from './change-steps.ts'

/** Broken: neither the unique index nor the lookup of known ids is there. */
class Forgetful extends Map<string, unknown> {
  override get(): undefined {
    return undefined
  }
}

const handlers = withCharitySteps(({ load }) => ({
  load: async (tx, calls, vault) => ({
    ...((await load(tx, calls, vault)) as CharityFacts),
    answers: new Forgetful(),
  }),
}))

if (parentPort !== null) {
  const db = new Sqlite(workerData.path)
  db.exec('DROP INDEX IF EXISTS charity_action_event')
  db.close()
  runWriter(parentPort, workerData, handlers)
}
