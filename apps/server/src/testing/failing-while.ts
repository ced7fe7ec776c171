import { type Database, StorageFault } from '@topgate/storage'

/** The same database, refusing every transaction for want of space while `isFull`. */
export function failingWhile(db: Database, isFull: () => boolean): Database {
  return {
    dialect: db.dialect,
    transaction(work) {
      if (isFull()) return Promise.reject(new StorageFault('full', 'no space left'))
      return db.transaction(work)
    },
    all: (sql, params, columns) => db.all(sql, params, columns),
    read: (lookup, keys) => db.read(lookup, keys),
    follow: (table, cursor, limit) => db.follow(table, cursor, limit),
    close: () => db.close(),
  }
}
