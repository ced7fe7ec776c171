import type { Database, Transaction, Value } from './database.ts'
import type { ColumnsRow, Table } from './table.ts'

/** What `migrate` needs beyond the port. Both drivers offer it; services never see it. */
export interface SchemaDatabase extends Database {
  /**
   * Like `transaction`, for statements that change tables. Nodes that call it at the same time
   * run one after another.
   */
  changeSchema<T>(work: (tx: SchemaTransaction) => Promise<T>): Promise<T>
}

export interface SchemaTransaction extends Transaction {
  /** Runs one statement in the SQL of the dialect. */
  execute(sql: string): Promise<void>
  /** `Database.all`, but inside this transaction. */
  all<C extends Table['columns']>(
    sql: string,
    params: readonly Value[],
    columns: C,
  ): Promise<ColumnsRow<C>[]>
}
