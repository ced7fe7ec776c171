import { accept, type Decision, decline, internalWrite, type WriteCall } from '@topgate/engine'
import type { Database, RowOf, Transaction } from '@topgate/storage'
import { credentialByName, credentialTable, putCredential } from './tables.ts'

export type Credential = RowOf<typeof credentialTable>

export interface SetPasswordRequest {
  readonly password_hash: string
  /** At set-up: refused when there is a password already, whoever was faster. */
  readonly first: boolean
}

export interface SetPasswordAnswer {
  readonly done: boolean
}

interface Facts {
  credential: Credential | undefined
}

const NAME = 'console'
type Call = WriteCall<SetPasswordRequest>

/** Sets the password of the console. Sessions opened before `changed_ms` are over. */
export const setPassword = internalWrite<SetPasswordRequest, SetPasswordAnswer, Facts, Credential>(
  'operators.password.set',
  { load: async (tx) => ({ credential: await loadCredential(tx) }), decide, save },
)

/** Nobody else sets the password meanwhile. */
export async function loadCredential(tx: Transaction): Promise<Credential | undefined> {
  await tx.lock(['operator credential'])
  const [credential] = await tx.read(credentialByName, [{ name: NAME }])
  return credential
}

/** Its time is later than that of the one before, whatever the clock says: it tells them apart. */
export function newCredential(
  before: Credential | undefined,
  password_hash: string,
  nowMs: number,
): Credential {
  return { name: NAME, password_hash, changed_ms: Math.max(nowMs, (before?.changed_ms ?? 0) + 1) }
}

function decide(facts: Facts, call: Call, nowMs: number): Decision<SetPasswordAnswer, Credential> {
  const { password_hash, first } = call.request
  if (first && facts.credential !== undefined) return decline({ done: false })
  facts.credential = newCredential(facts.credential, password_hash, nowMs)
  return accept({ done: true }, facts.credential)
}

/** Of several in one batch the last one counts. */
async function save(tx: Transaction, changes: readonly Credential[]): Promise<void> {
  await tx.write(putCredential, changes.slice(-1))
}

/** Undefined until a password was set. */
export async function findCredential(db: Database): Promise<Credential | undefined> {
  const [row] = await db.all(
    'SELECT * FROM operator_credential WHERE name = ?',
    [NAME],
    credentialTable.columns,
  )
  return row
}
