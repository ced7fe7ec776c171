import { accept, internalWrite, type WriteCall } from '@topgate/engine'
import type { Database, Transaction, Vault } from '@topgate/storage'
import { auditTable, insertAudit } from './tables.ts'

/** `command`: an operation on the command line; its name leads the object. */
export type AuditAct = 'set-password' | 'log-in' | 'log-out' | 'read' | 'command'

export interface AuditNote {
  readonly act: AuditAct
  readonly session: string
  readonly object: string
  readonly reason: string
}

/** A line as operators read it. */
export interface AuditLine extends AuditNote {
  readonly id: bigint
  readonly at_ms: number
}

/**
 * Notes what an operator did. What needs a reason is shown only after this was answered, so that
 * nothing is read that left no line.
 */
export const noteAct = internalWrite<AuditNote, { readonly noted: true }, null, AuditLine>(
  'operators.act.note',
  {
    load: () => Promise.resolve(null),
    decide: (_facts, call: WriteCall<AuditNote>, nowMs) =>
      accept({ noted: true }, { ...call.request, id: call.id, at_ms: nowMs }),
    save: saveAuditLines,
  },
)

/** In the transaction of what the lines are about. */
export async function saveAuditLines(
  tx: Transaction,
  lines: readonly AuditLine[],
  vault: Vault,
): Promise<void> {
  await tx.write(
    insertAudit,
    lines.map((line) => ({ ...line, reason: vault.seal(reasonContext(line.id), line.reason) })),
  )
}

/** The newest lines first. */
export async function findAuditLines(
  db: Database,
  vault: Vault,
  limit: number,
): Promise<AuditLine[]> {
  const rows = await db.all(
    'SELECT * FROM operator_audit ORDER BY id DESC LIMIT ?',
    [limit],
    auditTable.columns,
  )
  return rows.map((row) => ({
    ...row,
    act: row.act as AuditAct,
    reason: vault.open(reasonContext(row.id), row.reason),
  }))
}

/** What a sealed reason is bound to. */
export function reasonContext(id: bigint): string {
  return `operator_audit.reason:${id}`
}
