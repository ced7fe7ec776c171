import type { Database, Transaction, Vault } from '@topgate/storage'
import { outcomeOf } from './run-batch.ts'
import type { Outcome, WriteCall, WriteHandler } from './write.ts'

export interface RehearsalTools {
  readonly db: Pick<Database, 'read'>
  readonly vault: Vault
  nowMs(): number
}

/**
 * What would become of the call now: `load` and `decide` on what is committed, and no `save`. It
 * needs neither the writer nor a lock: the answer promises nothing about a later call. Rejects with
 * what the store throws.
 */
export async function rehearse(
  { db, vault, nowMs }: RehearsalTools,
  { steps }: WriteHandler,
  call: WriteCall,
): Promise<Outcome> {
  const facts = await steps.load(readOnly(db), [call], vault)
  return outcomeOf(steps.decide(facts, call, nowMs()))
}

function readOnly(db: Pick<Database, 'read'>): Transaction {
  return {
    read: (lookup, keys) => db.read(lookup, keys),
    lock: () => Promise.resolve(),
    write: () => Promise.reject(new Error('a rehearsal writes nothing')),
  }
}
