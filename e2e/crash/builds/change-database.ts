import type { Database, Transaction } from '@topgate/storage'

type Transact = Database['transaction']

/** The same database, with another idea of a transaction. */
export function withTransaction(db: Database, transaction: Transact): Database {
  return {
    dialect: db.dialect,
    transaction,
    all: (sql, params, columns) => db.all(sql, params, columns),
    read: (lookup, keys) => db.read(lookup, keys),
    follow: (table, cursor, limit) => db.follow(table, cursor, limit),
    close: () => db.close(),
  }
}

/** The same transaction, with other ways to write or to lock. */
export function changed(tx: Transaction, changes: Partial<Transaction>): Transaction {
  return {
    read: (lookup, keys) => tx.read(lookup, keys),
    write: (write, rows) => tx.write(write, rows),
    lock: (keys) => tx.lock(keys),
    ...changes,
  }
}
