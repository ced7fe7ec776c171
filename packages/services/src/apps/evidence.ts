import {
  type Database,
  defineTable,
  int,
  int64,
  lookup,
  type Migration,
  type RowOf,
  text,
  upsertInto,
} from '@topgate/storage'

/**
 * What a call that did not succeed looked like: masked before it comes here, as JSON. A ring of its
 * own, smaller than that of the journal, since its rows are larger.
 */
export const evidenceTable = defineTable('call_evidence', {
  node: int,
  slot: int,
  id: int64,
  evidence: text,
})

export type EvidenceRow = RowOf<typeof evidenceTable>

/** How many refused calls of each node can be explained in full. */
export const EVIDENCE_SLOTS = 5_000

export const putEvidence = upsertInto(evidenceTable, ['node', 'slot'], {
  id: 'replace',
  evidence: 'replace',
})

const evidenceById = lookup(evidenceTable, ['id'])

/** The evidence of this call, while it is remembered. */
export async function findEvidence(
  db: Pick<Database, 'read'>,
  id: bigint,
): Promise<string | undefined> {
  const [row] = await db.read(evidenceById, [{ id }])
  return row?.evidence
}

/** Where a node goes on writing after a restart: behind its newest row. */
export async function nextEvidenceSlot(db: Database, node: number): Promise<number> {
  const [newest] = await db.all(
    'SELECT slot FROM call_evidence WHERE node = ? ORDER BY id DESC LIMIT 1',
    [node],
    { slot: int },
  )
  return newest === undefined ? 0 : (newest.slot + 1) % EVIDENCE_SLOTS
}

/** Also the mark of calls that were tried and not stored. */
export const evidenceMigration: Migration = {
  number: 45,
  name: 'call-evidence',
  statements: [
    `CREATE TABLE call_evidence (
      node {int} NOT NULL,
      slot {int} NOT NULL,
      id {int64} NOT NULL,
      evidence {text} NOT NULL,
      PRIMARY KEY (node, slot)
    ) {table_options}`,
    'CREATE INDEX call_evidence_id ON call_evidence (id)',
    'ALTER TABLE call_journal ADD COLUMN dry_run {int} NOT NULL DEFAULT 0',
  ],
}
