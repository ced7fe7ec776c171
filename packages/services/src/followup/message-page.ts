import { bytes, type Database, int, int64, nullable, text, type Vault } from '@topgate/storage'
import { type ConversationId, contentContext, contentSealer } from './content-key.ts'

/** A message as its readers see it. */
export interface ShownMessage {
  /** Of a recalled message the id under which it was sent. */
  readonly id: bigint
  readonly stamp: number
  readonly rs_type: string
  readonly content_type: number
  /** Undefined: recalled. */
  readonly content: string | undefined
}

export interface PageRequest extends ConversationId {
  /** `newer` than `stamp`, oldest first; `older`, newest first. */
  readonly direction: 'newer' | 'older'
  readonly stamp: number
  readonly limit: number
}

const columns = {
  id: int64,
  stamp: int,
  rs_type: text,
  content_type: int,
  content: bytes,
  recalls: nullable(int64),
  content_key: nullable(bytes),
} as const

/**
 * A recall stands at its own, newer stamp, so that whoever has read the message already meets it;
 * the message itself is left out. A stamp that is read never gets a lower neighbour later: see
 * `next-stamp.ts`.
 */
function pageSql(comparison: '<' | '>', order: 'ASC' | 'DESC'): string {
  return `SELECT m.id, m.stamp, m.rs_type, m.content_type, m.content, m.recalls, c.content_key
    FROM followup_message m
    JOIN followup_conversation c ON c.corp = m.corp AND c.session_id = m.session_id
    WHERE m.corp = ? AND m.session_id = ? AND m.stamp ${comparison} ?
      AND NOT EXISTS (SELECT 1 FROM followup_message r
        WHERE r.corp = m.corp AND r.session_id = m.session_id AND r.recalls = m.id)
    ORDER BY m.stamp ${order} LIMIT ?`
}

const sql = { newer: pageSql('>', 'ASC'), older: pageSql('<', 'DESC') }

export async function readPage(
  db: Pick<Database, 'all'>,
  vault: Vault,
  { corp, session_id, direction, stamp, limit }: PageRequest,
): Promise<ShownMessage[]> {
  const rows = await db.all(sql[direction], [corp, session_id, stamp, limit], columns)
  const id = { corp, session_id }
  const sealer = contentSealer(vault, id, rows[0]?.content_key ?? null)
  return rows.map((row) => ({
    id: row.recalls ?? row.id,
    stamp: row.stamp,
    rs_type: row.rs_type,
    content_type: row.content_type,
    content: row.recalls === null ? sealer.open(contentContext(id), row.content) : undefined,
  }))
}
