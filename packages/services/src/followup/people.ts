import type { CallerApp } from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import { defaultFollowupPolicy, type FollowupPolicy, policyOf } from './policy.ts'
import {
  type ConversationRow,
  conversationsById,
  corpsByName,
  membersByGroup,
  patientsById,
  type TokenRow,
  tokensByTag,
} from './tables.ts'

/** Who wants to enter which conversation, whatever the API. */
export interface Claim {
  /** The follow-up centre of the calling app; '' has nothing. */
  readonly corp: string
  readonly app_key: string
  readonly lenient: boolean
  readonly session_id: string
  /** 1 patient, 2 doctor; undefined where the API lets the token say it. */
  readonly rs_type: string | undefined
  readonly bterm_user_id: string | undefined
  readonly cterm_user_id: string | undefined
  /** The doctor himself. */
  readonly user_id: string | undefined
  readonly auth_token: string | undefined
}

/** What is known about the people and conversations of some claims. */
export interface People {
  readonly policies: ReadonlyMap<string, FollowupPolicy>
  readonly tokens: ReadonlyMap<string, TokenRow>
  readonly conversations: Map<string, ConversationRow>
  /** Doctors of a group, and whether each may speak still. */
  readonly members: ReadonlyMap<string, ReadonlyMap<string, boolean>>
  readonly guardians: ReadonlyMap<string, string>
}

/** A transaction, or the database itself. */
export type Reader = Pick<Transaction, 'read'>

export function callerOf(app: CallerApp): Pick<Claim, 'corp' | 'app_key' | 'lenient'> {
  return {
    corp: app.owns.followup_corp ?? '',
    app_key: app.key,
    lenient: app.profile === 'lenient',
  }
}

export function corpKey(corp: string, id: string): string {
  return `${corp} ${id}`
}

export function policyFor(policies: People['policies'], corp: string): FollowupPolicy {
  return policies.get(corp) ?? defaultFollowupPolicy
}

/** Whoever gives stamps in a conversation holds this lock until its COMMIT has returned. */
export function conversationLock({ corp, session_id }: Pick<Claim, 'corp' | 'session_id'>): string {
  return `followup:${corp}:${session_id}`
}

export function tokenTag(vault: Vault, token: string): string {
  return vault.tag('followup_token', token)
}

async function loadPolicies(reader: Reader, claims: readonly Claim[]): Promise<People['policies']> {
  const rows = await reader.read(corpsByName, claims)
  return new Map(rows.map((row) => [row.corp, policyOf(row)]))
}

export async function loadPeople(
  reader: Reader,
  claims: readonly Claim[],
  vault: Vault,
): Promise<People> {
  const [conversations, policies, tokens] = await Promise.all([
    reader.read(conversationsById, claims),
    loadPolicies(reader, claims),
    loadTokens(reader, claims, vault),
  ])
  const [members, guardians] = await Promise.all([
    loadMembers(reader, conversations),
    loadGuardians(reader, claims, conversations),
  ])
  const byId = conversations.map((row) => [corpKey(row.corp, row.session_id), row] as const)
  return { policies, tokens, conversations: new Map(byId), members, guardians }
}

async function loadTokens(
  reader: Reader,
  claims: readonly Claim[],
  vault: Vault,
): Promise<People['tokens']> {
  const tokenOfTag = new Map<string, string>()
  const wanted = claims.flatMap(({ corp, auth_token }) => {
    if (auth_token === undefined) return []
    const token_tag = tokenTag(vault, auth_token)
    tokenOfTag.set(token_tag, auth_token)
    return [{ corp, token_tag }]
  })
  const rows = await reader.read(tokensByTag, wanted)
  return new Map(
    rows.map((row) => [corpKey(row.corp, tokenOfTag.get(row.token_tag) ?? ''), row] as const),
  )
}

async function loadMembers(
  reader: Reader,
  conversations: readonly ConversationRow[],
): Promise<People['members']> {
  const groups = conversations
    .filter(({ kind }) => kind === 'GROUP')
    .map(({ corp, bterm_user_id }) => ({ corp, group_id: bterm_user_id }))
  const members = new Map<string, Map<string, boolean>>()
  for (const { corp, group_id, doctor_id, active } of await reader.read(membersByGroup, groups)) {
    const key = corpKey(corp, group_id)
    members.set(key, (members.get(key) ?? new Map()).set(doctor_id, active !== 0))
  }
  return members
}

async function loadGuardians(
  reader: Reader,
  claims: readonly Claim[],
  conversations: readonly ConversationRow[],
): Promise<People['guardians']> {
  const named = claims.flatMap(({ corp, rs_type, cterm_user_id }) =>
    rs_type !== '2' && cterm_user_id !== undefined ? [{ corp, patient_id: cterm_user_id }] : [],
  )
  const own = conversations.map(({ corp, cterm_user_id }) => ({ corp, patient_id: cterm_user_id }))
  const patients = await reader.read(patientsById, [...named, ...own])
  return new Map(
    patients.flatMap(({ corp, patient_id, guardian_id }) =>
      guardian_id === null ? [] : [[corpKey(corp, patient_id), guardian_id] as const],
    ),
  )
}
