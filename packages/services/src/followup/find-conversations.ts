import { type Columns, type ColumnsRow, type Database, int, type Vault } from '@topgate/storage'
import { masked } from '../masked.ts'
import { contentContext, contentSealer } from './content-key.ts'
import { patientNameContext } from './seed.ts'
import {
  type ConversationRow,
  followupConversation,
  followupDoctor,
  followupMember,
  followupMessage,
  followupPatient,
} from './tables.ts'

/** A conversation belongs to one centre; more centres that used the same id are not shown. */
const CONVERSATIONS_MAX = 5
const MESSAGES_MAX = 200
const MEMBERS_MAX = 500

/** A conversation for operators: who, when and what kind. What was said is sealed. */
export interface ConversationReport {
  readonly corp: string
  readonly session_id: string
  readonly kind: string
  readonly state: string
  readonly closed_reason: string | null
  /** Of the newest message; 0 before the first. */
  readonly head_stamp: number
  readonly members: readonly ConversationMember[]
  /** The newest, oldest first. */
  readonly messages: readonly MessageReport[]
  /** There are older messages than these: ask for those before the stamp of the first. */
  readonly has_earlier: boolean
}

export interface ConversationMember {
  readonly role: 'group' | 'doctor' | 'patient' | 'guardian'
  /** Masked. */
  readonly id: string
  /** Masked; null when nobody registered the person. */
  readonly name: string | null
  readonly status: 'active' | 'left'
}

export interface MessageReport {
  readonly id: bigint
  readonly stamp: number
  readonly received_ms: number
  readonly role: 'doctor' | 'patient'
  /** Masked. */
  readonly sender_id: string
  readonly content_type: number
  /** `RECALL`: this row takes the message `recalls` back. */
  readonly state: 'SENT' | 'RECALLED' | 'RECALL'
  readonly recalls: bigint | null
  readonly flags: readonly string[]
  readonly app_key: string
  /** What was said, to the letter. Null: hidden, or a recall. */
  readonly content: string | null
}

export interface ConversationQuestion {
  readonly session_id: string
  /** Absent: of every centre. */
  readonly corp?: string | undefined
  /** Only messages below this stamp. */
  readonly before?: number | undefined
}

/**
 * The conversations of that id. Contents are hidden unless the caller gives the reason for which
 * somebody reads them; to note that reason in the audit first is his task.
 */
export async function findConversations(
  db: Database,
  vault: Vault,
  question: ConversationQuestion,
  opened?: { readonly reason: string },
): Promise<ConversationReport[]> {
  const { session_id, corp } = question
  if (opened?.reason.trim() === '') throw new Error('contents are read for a reason')
  const rows = await select(
    db,
    followupConversation.columns,
    `FROM followup_conversation WHERE session_id = ?${corp === undefined ? '' : ' AND corp = ?'}
    ORDER BY corp LIMIT ?`,
    [session_id, ...(corp === undefined ? [] : [corp]), CONVERSATIONS_MAX],
  )
  return Promise.all(rows.map((row) => reportOf({ db, vault }, row, question, opened)))
}

interface Store {
  readonly db: Database
  readonly vault: Vault
}

async function reportOf(
  store: Store,
  row: ConversationRow,
  { before = Number.MAX_SAFE_INTEGER }: ConversationQuestion,
  opened: { readonly reason: string } | undefined,
): Promise<ConversationReport> {
  const { corp, session_id, kind, state, closed_reason, head_stamp } = row
  const newest = await newestMessages(store.db, row, before)
  const shown = newest.slice(0, MESSAGES_MAX).toReversed()
  return {
    corp,
    session_id,
    kind,
    state,
    closed_reason,
    head_stamp,
    members: [...(await doctorsOf(store.db, row)), ...(await patientsOf(store, row))],
    messages: shown.map((message) => messageOf(store.vault, row, message, opened !== undefined)),
    has_earlier: newest.length > MESSAGES_MAX,
  }
}

const messageColumns = { ...followupMessage.columns, is_recalled: int } as const
type StoredMessage = ColumnsRow<typeof messageColumns>

/** One more than is shown, to see whether there are more. */
function newestMessages(
  db: Database,
  { corp, session_id }: ConversationRow,
  before: number,
): Promise<StoredMessage[]> {
  const columns = Object.keys(followupMessage.columns).map((name) => `m.${name}`)
  return db.all(
    `SELECT ${columns.join(', ')}, CASE WHEN EXISTS (SELECT 1 FROM followup_message r
        WHERE r.corp = m.corp AND r.session_id = m.session_id AND r.recalls = m.id)
      THEN 1 ELSE 0 END AS is_recalled
    FROM followup_message m
    WHERE m.corp = ? AND m.session_id = ? AND m.stamp < ? ORDER BY m.stamp DESC LIMIT ?`,
    [corp, session_id, before, MESSAGES_MAX + 1],
    messageColumns,
  )
}

function messageOf(
  vault: Vault,
  conversation: ConversationRow,
  row: StoredMessage,
  isOpened: boolean,
): MessageReport {
  const { id, stamp, received_ms, content_type, recalls, app_key } = row
  const sealer = contentSealer(vault, conversation, conversation.content_key)
  return {
    id,
    stamp,
    received_ms,
    role: row.rs_type === '2' ? 'doctor' : 'patient',
    sender_id: masked(row.sender_id),
    content_type,
    state: recalls !== null ? 'RECALL' : row.is_recalled === 1 ? 'RECALLED' : 'SENT',
    recalls,
    flags: row.flags === '' ? [] : row.flags.split(','),
    app_key,
    content:
      isOpened && recalls === null ? sealer.open(contentContext(conversation), row.content) : null,
  }
}

async function doctorsOf(
  db: Database,
  { kind, corp, bterm_user_id }: ConversationRow,
): Promise<ConversationMember[]> {
  if (kind === 'SINGLE') {
    const name = await doctorName(db, corp, bterm_user_id)
    return [{ role: 'doctor', id: masked(bterm_user_id), name, status: 'active' }]
  }
  const rows = await select(
    db,
    followupMember.columns,
    'FROM followup_member WHERE corp = ? AND group_id = ? ORDER BY doctor_id LIMIT ?',
    [corp, bterm_user_id, MEMBERS_MAX],
  )
  const doctors = rows.map(async ({ doctor_id, active }): Promise<ConversationMember> => {
    const name = await doctorName(db, corp, doctor_id)
    return { role: 'doctor', id: masked(doctor_id), name, status: active === 1 ? 'active' : 'left' }
  })
  const group = { role: 'group', id: masked(bterm_user_id), name: null, status: 'active' } as const
  return [group, ...(await Promise.all(doctors))]
}

async function doctorName(db: Database, corp: string, doctorId: string): Promise<string | null> {
  const [row] = await select(
    db,
    { name: followupDoctor.columns.name },
    'FROM followup_doctor WHERE corp = ? AND doctor_id = ?',
    [corp, doctorId],
  )
  return row === undefined ? null : maskName(row.name)
}

async function patientsOf(
  { db, vault }: Store,
  { corp, cterm_user_id }: ConversationRow,
): Promise<ConversationMember[]> {
  const [row] = await select(
    db,
    followupPatient.columns,
    'FROM followup_patient WHERE corp = ? AND patient_id = ?',
    [corp, cterm_user_id],
  )
  const sealedName = row?.name
  const name =
    sealedName === undefined
      ? null
      : maskName(vault.open(patientNameContext(corp, cterm_user_id), sealedName))
  const patient = { role: 'patient', id: masked(cterm_user_id), name, status: 'active' } as const
  const guardianId = row?.guardian_id ?? null
  if (guardianId === null) return [patient]
  return [patient, { role: 'guardian', id: masked(guardianId), name: null, status: 'active' }]
}

/** The family name stays, which most people share with many. */
function maskName(name: string): string {
  const [first = '', ...others] = name
  return others.length === 0 ? '*' : `${first}**`
}

function select<C extends Columns>(
  db: Database,
  columns: C,
  rest: string,
  params: readonly (string | number)[],
): Promise<ColumnsRow<C>[]> {
  return db.all(`SELECT ${Object.keys(columns).join(', ')} ${rest}`, params, columns)
}
