import type { Database, SchemaTransaction } from '@topgate/storage'
import { changed, withTransaction } from '../crash/builds/change-database.ts'

/** Broken: gives the stamps of a conversation without its lock, and nothing refuses equal ones. */
export function withoutOrder(db: Database): Database {
  const dropped = db
    .transaction((tx) =>
      (tx as SchemaTransaction).execute('DROP INDEX IF EXISTS followup_message_stamp'),
    )
    // The other node drops it, too.
    .catch(() => {})
  return withTransaction(db, async (work) => {
    await dropped
    return db.transaction((tx) => work(changed(tx, { lock: async () => {} })))
  })
}
