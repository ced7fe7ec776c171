import type { RowOf, Transaction, Vault } from '@topgate/storage'
import { type Existing, seedWrites } from '../seed-writes.ts'
import { tokenTag } from './send-facts.ts'
import {
  type ConversationKind,
  type ConversationState,
  followupConversation,
  followupDoctor,
  followupMember,
  followupPatient,
  followupToken,
  type TokenRole,
} from './tables.ts'

export interface FollowupSeed {
  readonly doctors: readonly RowOf<typeof followupDoctor>[]
  readonly groups: readonly SeedGroup[]
  readonly patients: readonly SeedPatient[]
  readonly conversations: readonly SeedConversation[]
  readonly auth_tokens: readonly SeedToken[]
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
}

export interface SeedToken {
  readonly corp: string
  readonly token: string
  readonly subject: string
  readonly role: TokenRole
  /** Absent: does not expire. */
  readonly expires_ms?: number
  readonly revoked?: boolean
}

const doctors = seedWrites(followupDoctor, ['corp', 'doctor_id'])
const members = seedWrites(followupMember, ['corp', 'group_id', 'doctor_id'])
const patients = seedWrites(followupPatient, ['corp', 'patient_id'])
const conversations = seedWrites(followupConversation, ['corp', 'session_id'], ['head_stamp'])
const tokens = seedWrites(followupToken, ['corp', 'token_tag'])

/** Registers the people of follow-up centres and their conversations; messages are never touched. */
export async function seedFollowup(
  tx: Transaction,
  vault: Vault,
  seed: FollowupSeed,
  existing: Existing,
): Promise<void> {
  await tx.write(doctors[existing], seed.doctors)
  await tx.write(members[existing], seed.groups.flatMap(memberRows))
  await tx.write(
    patients[existing],
    seed.patients.map((patient) => patientRow(patient, vault)),
  )
  await tx.write(
    conversations[existing],
    seed.conversations.map((conversation) => ({ ...conversation, head_stamp: 0 })),
  )
  await tx.write(
    tokens[existing],
    seed.auth_tokens.map((token) => tokenRow(token, vault)),
  )
}

function memberRows({ corp, group_id, members, left = [] }: SeedGroup) {
  const row = (doctor_id: string, active: number) => ({ corp, group_id, doctor_id, active })
  return [...members.map((id) => row(id, 1)), ...left.map((id) => row(id, 0))]
}

function patientRow(
  { corp, patient_id, name, guardian_id }: SeedPatient,
  vault: Vault,
): RowOf<typeof followupPatient> {
  const sealed = vault.seal(`followup_patient.name:${corp}:${patient_id}`, name)
  return { corp, patient_id, name: sealed, guardian_id: guardian_id ?? null }
}

function tokenRow(
  { corp, token, subject, role, expires_ms, revoked }: SeedToken,
  vault: Vault,
): RowOf<typeof followupToken> {
  return {
    corp,
    token_tag: tokenTag(vault, token),
    subject,
    role,
    expires_ms: expires_ms ?? null,
    revoked: revoked === true ? 1 : 0,
  }
}
