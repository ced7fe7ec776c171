import type { RowOf, Transaction, Vault } from '@topgate/storage'
import { type Existing, seedWrites } from '../seed-writes.ts'
import { tokenTag } from './people.ts'
import { defaultFollowupPolicy, type FollowupPolicy } from './policy.ts'
import {
  type ConversationKind,
  type ConversationState,
  followupConversation,
  followupCorp,
  followupDoctor,
  followupMember,
  followupPatient,
  followupToken,
  type TokenRole,
} from './tables.ts'

export interface FollowupSeed {
  /** Centres where the operator decided something; every other one has the defaults. */
  readonly corps?: readonly SeedCorp[]
  readonly doctors: readonly RowOf<typeof followupDoctor>[]
  readonly groups: readonly SeedGroup[]
  readonly patients: readonly SeedPatient[]
  readonly conversations: readonly SeedConversation[]
  readonly auth_tokens: readonly SeedToken[]
}

/** To load one part of it. */
export const noFollowup: FollowupSeed = {
  doctors: [],
  groups: [],
  patients: [],
  conversations: [],
  auth_tokens: [],
}

export interface SeedCorp extends Partial<FollowupPolicy> {
  readonly corp: string
}

export interface SeedGroup {
  readonly corp: string
  readonly group_id: string
  /** Doctors who may speak. */
  readonly members: readonly string[]
  /** Doctors who may not speak any more. */
  readonly left?: readonly string[]
}

export interface SeedPatient {
  readonly corp: string
  readonly patient_id: string
  readonly name: string
  readonly guardian_id?: string
}

export interface SeedConversation {
  readonly corp: string
  readonly session_id: string
  readonly kind: ConversationKind
  readonly bterm_user_id: string
  readonly cterm_user_id: string
  readonly state: ConversationState
  /** Why it is closed: dissolved, transferred, deceased, opt-out. */
  readonly closed_reason?: string
}

export interface SeedToken {
  readonly corp: string
  readonly token: string
  /** Absent: every app of the centre may use it. */
  readonly app_key?: string
  readonly subject: string
  readonly role: TokenRole
  /** Absent: does not expire. */
  readonly expires_ms?: number
  readonly revoked?: boolean
}

const corps = seedWrites(followupCorp, ['corp'])
const doctors = seedWrites(followupDoctor, ['corp', 'doctor_id'])
const members = seedWrites(followupMember, ['corp', 'group_id', 'doctor_id'])
const patients = seedWrites(followupPatient, ['corp', 'patient_id'])
const conversations = seedWrites(
  followupConversation,
  ['corp', 'session_id'],
  ['head_stamp', 'content_key'],
)
const tokens = seedWrites(followupToken, ['corp', 'token_tag'])

/** Registers the people of follow-up centres and their conversations; messages are never touched. */
export async function seedFollowup(
  tx: Transaction,
  vault: Vault,
  seed: FollowupSeed,
  existing: Existing,
): Promise<void> {
  await tx.write(corps[existing], (seed.corps ?? []).map(corpRow))
  await tx.write(doctors[existing], seed.doctors)
  await tx.write(members[existing], seed.groups.flatMap(memberRows))
  await tx.write(
    patients[existing],
    seed.patients.map((patient) => patientRow(patient, vault)),
  )
  await tx.write(conversations[existing], seed.conversations.map(conversationRow))
  await tx.write(
    tokens[existing],
    seed.auth_tokens.map((token) => tokenRow(token, vault)),
  )
}

function corpRow({ corp, ...decided }: SeedCorp): RowOf<typeof followupCorp> {
  const policy = { ...defaultFollowupPolicy, ...decided }
  return {
    corp,
    auth_token_required: policy.auth_token_required ? 1 : 0,
    media_hosts: policy.media_hosts.join(' '),
    repeat_text_ms: policy.repeat_text_ms,
    unknown_content: policy.unknown_content ? 1 : 0,
  }
}

function conversationRow(conversation: SeedConversation): RowOf<typeof followupConversation> {
  return { closed_reason: null, ...conversation, head_stamp: 0, content_key: null }
}

function memberRows({ corp, group_id, members, left = [] }: SeedGroup) {
  const row = (doctor_id: string, active: number) => ({ corp, group_id, doctor_id, active })
  return [...members.map((id) => row(id, 1)), ...left.map((id) => row(id, 0))]
}

/** What a sealed name is bound to. */
export function patientNameContext(corp: string, patientId: string): string {
  return `followup_patient.name:${corp}:${patientId}`
}

function patientRow(
  { corp, patient_id, name, guardian_id }: SeedPatient,
  vault: Vault,
): RowOf<typeof followupPatient> {
  const sealed = vault.seal(patientNameContext(corp, patient_id), name)
  return { corp, patient_id, name: sealed, guardian_id: guardian_id ?? null }
}

function tokenRow(
  { corp, token, app_key, subject, role, expires_ms, revoked }: SeedToken,
  vault: Vault,
): RowOf<typeof followupToken> {
  return {
    corp,
    token_tag: tokenTag(vault, token),
    app_key: app_key ?? null,
    subject,
    role,
    expires_ms: expires_ms ?? null,
    revoked: revoked === true ? 1 : 0,
  }
}
