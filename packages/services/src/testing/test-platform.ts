import { type Outcome, runBatch, type WriteCall, type WriteHandler } from '@topgate/engine'
import {
  type Migration,
  migrate,
  openVault,
  type SchemaDatabase,
  type Transaction,
  type Vault,
} from '@topgate/storage'
import { nowMs } from './write-call.ts'

export const testVault: Vault = openVault({ masterKey: new Uint8Array(32).fill(7) })

export interface TestPlatform {
  readonly db: SchemaDatabase
  /** Runs the calls as one batch; a call that ends as a defect of ours fails the test. */
  run(...calls: WriteCall[]): Promise<Outcome[]>
  /** The wall clock of the engine. */
  clock: { ms: number }
}

/** One service on an empty database, with its fixtures. */
export async function testPlatform(
  db: SchemaDatabase,
  migrations: Migration | readonly Migration[],
  handlers: WriteHandler | readonly WriteHandler[],
  seed: (tx: Transaction) => Promise<void>,
): Promise<TestPlatform> {
  const clock = { ms: nowMs }
  await migrate(db, [migrations].flat(), () => clock.ms)
  await db.transaction(seed)
  const tools = {
    db,
    vault: testVault,
    handlers: new Map([handlers].flat().map((handler) => [handler.method, handler])),
    nowMs: () => clock.ms,
    random: () => 0.5,
    pause: () => Promise.resolve(),
    report: ({ kind, cause }: { kind: string; cause: unknown }) => {
      if (kind === 'defect') throw cause
    },
  }
  return { db, clock, run: (...calls) => runBatch(tools, calls) }
}
