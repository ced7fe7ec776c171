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
  { load, decide, save },
)

async function load(tx: Transaction): Promise<Facts> {
  await tx.lock(['operator credential'])
  const [credential] = await tx.read(credentialByName, [{ name: NAME }])
  return { credential }
}

function decide(facts: Facts, call: Call, nowMs: number): Decision<SetPasswordAnswer, Credential> {
  const { password_hash, first } = call.request
  if (first && facts.credential !== undefined) return decline({ done: false })
  facts.credential = { name: NAME, password_hash, changed_ms: nowMs }
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
