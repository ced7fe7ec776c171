import type { Database, RowOf, Transaction } from '@topgate/storage'
import { type EvidenceRow, putEvidence } from './evidence.ts'
import {
  addDailyUse,
  addSecretUse,
  dailyUseTable,
  type flowDemandTable,
  journalTable,
  putFlowDemand,
  putJournal,
  putProbe,
  type secretUseTable,
} from './tables.ts'

export type JournalRow = RowOf<typeof journalTable>
export type DailyUseRow = RowOf<typeof dailyUseTable>
export type FlowDemandRow = RowOf<typeof flowDemandTable>
export type SecretUseRow = RowOf<typeof secretUseTable>

/** What the gateway noted since the last time: lines of calls, and how often apps called. */
export interface Notes {
  readonly journal: readonly JournalRow[]
  readonly dailyUse: readonly DailyUseRow[]
  /** Of calls that did not succeed. */
  readonly evidence?: readonly EvidenceRow[]
  /** Calls of apps whose secret is being rotated, by which secret they were signed with. */
  readonly secretUse?: readonly SecretUseRow[]
  /** What this node was asked for lately, for the others. */
  readonly flowDemand?: readonly FlowDemandRow[]
  /** Proves that the store takes writes; the time goes into a row of its own. */
  readonly probeMs?: number
}

/** Beside the business writes, in a transaction of its own, never before an answer. */
export async function saveNotes(tx: Transaction, notes: Notes): Promise<void> {
  const { journal, dailyUse, evidence = [], secretUse = [], flowDemand = [] } = notes
  await tx.write(putJournal, journal)
  await tx.write(addDailyUse, inOrderOfApps(dailyUse))
  await tx.write(putEvidence, evidence)
  await tx.write(putFlowDemand, flowDemand)
  await tx.write(addSecretUse, inOrderOfApps(secretUse))
  if (notes.probeMs !== undefined) {
    await tx.write(putProbe, [{ name: 'readyz', written_ms: notes.probeMs }])
  }
}

/** Nodes add to the same rows: in one order, none waits for another that waits for it. */
function inOrderOfApps<Row extends { readonly app_key: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.app_key < b.app_key ? -1 : 1))
}

/** The calls that apps made on a Beijing day, for limits that a restart must not forget. */
export function findDailyUse(db: Database, day: number): Promise<DailyUseRow[]> {
  return db.all('SELECT * FROM app_daily_use WHERE day = ?', [day], dailyUseTable.columns)
}

/** How many lines of each node the journal keeps. */
export const JOURNAL_SLOTS = 100_000

/** Where a node goes on writing after a restart: behind its newest line. */
export async function nextJournalSlot(db: Database, node: number): Promise<number> {
  const [newest] = await db.all(
    'SELECT slot FROM call_journal WHERE node = ? ORDER BY id DESC LIMIT 1',
    [node],
    { slot: journalTable.columns.slot },
  )
  return newest === undefined ? 0 : (newest.slot + 1) % JOURNAL_SLOTS
}
