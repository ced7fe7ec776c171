import { type Database, StorageFault } from '@topgate/storage'
import { withTransaction } from '../crash/builds/change-database.ts'

/** The same database, refusing every transaction while `isDown`. */
export function failingWhile(db: Database, isDown: () => boolean): Database {
  return withTransaction(db, (work) =>
    isDown() ? Promise.reject(new StorageFault('unavailable', 'down')) : db.transaction(work),
  )
}
