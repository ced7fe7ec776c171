import type { followupSend, RequestOf } from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import { type ChatContent, readChatContent } from './chat-content.ts'
import {
  type ConversationRow,
  conversationsById,
  membersByGroup,
  messagesByClientId,
  messagesBySignature,
  patientsById,
  type TokenRow,
  tokensByTag,
} from './tables.ts'

export type SendCall = WriteCall<RequestOf<typeof followupSend>>

/** What was answered to a message that is stored. */
export interface FirstAnswer {
  readonly id: bigint
  readonly stamp: number
  readonly content_type: number
}

export interface SignedAnswer extends FirstAnswer {
  readonly boundaries: string
}

export interface NamedAnswer extends FirstAnswer {
  readonly rs_type: string
  readonly sender_id: string
  readonly content: string
}

/** What is known about the messages of a batch. Keys are made by the functions below. */
export interface SendFacts {
  readonly contents: ReadonlyMap<bigint, ChatContent>
  readonly signed: Map<string, SignedAnswer>
  /** Messages that carry the caller's own id, of every sender. */
  readonly named: Map<string, NamedAnswer[]>
  readonly tokens: ReadonlyMap<string, TokenRow>
  readonly conversations: Map<string, ConversationRow>
  /** Active doctors of a group. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>
  readonly guardians: ReadonlyMap<string, string>
}

export function signatureKey(call: SendCall): string {
  return `${call.app.key} ${call.signature}`
}

/** An app that acts for no centre gets a key that nothing has. */
export function corpKey(corp: string | undefined, id: string): string {
  return `${corp ?? ''} ${id}`
}

export function namedKey(corp: string | undefined, session_id: string, id: string): string {
  return `${corp ?? ''} ${session_id} ${id}`
}

/** What a sealed content is bound to: it cannot be moved into another conversation. */
export function contentContext(corp: string, session_id: string): string {
  return `followup_message.content:${corp}:${session_id}`
}

export function tokenTag(vault: Vault, token: string): string {
  return vault.tag('followup_token', token)
}

/** The id is a part of the content, so it is stored as a tag too. */
export function clientMsgTag(vault: Vault, corp: string, session_id: string, id: string): string {
  return vault.tag('followup_client_msg_id', namedKey(corp, session_id, id))
}

export function readContents(
  calls: readonly SendCall[],
  mediaHosts: readonly string[],
): Map<bigint, ChatContent> {
  const contents = new Map<bigint, ChatContent>()
  for (const { id, request } of calls) {
    const { content, rs_type } = request.request1
    // The binder lets nothing but objects pass.
    const value = content.value instanceof Map ? content.value : new Map()
    contents.set(id, readChatContent(value, rs_type, mediaHosts))
  }
  return contents
}

export async function loadSendFacts(
  tx: Transaction,
  calls: readonly SendCall[],
  vault: Vault,
  mediaHosts: readonly string[],
): Promise<SendFacts> {
  const contents = readContents(calls, mediaHosts)
  const sessions = calls.map(({ app, request }) => ({
    corp: app.owns.followup_corp ?? '',
    session_id: request.request1.session_id,
  }))
  await tx.lock(sessions.map(({ corp, session_id }) => `followup:${corp}:${session_id}`))
  const conversations = await tx.read(conversationsById, sessions)
  return {
    contents,
    signed: await loadSigned(tx, calls),
    named: await loadNamed(tx, calls, contents, vault),
    tokens: await loadTokens(tx, calls, vault),
    conversations: new Map(
      conversations.map((row) => [corpKey(row.corp, row.session_id), row] as const),
    ),
    members: await loadMembers(tx, conversations),
    guardians: await loadGuardians(tx, calls, conversations),
  }
}

async function loadSigned(
  tx: Transaction,
  calls: readonly SendCall[],
): Promise<Map<string, SignedAnswer>> {
  const keys = calls.map(({ app, signature }) => ({ app_key: app.key, signature }))
  const rows = await tx.read(messagesBySignature, keys)
  return new Map(rows.map((row) => [`${row.app_key} ${row.signature}`, row] as const))
}

async function loadNamed(
  tx: Transaction,
  calls: readonly SendCall[],
  contents: ReadonlyMap<bigint, ChatContent>,
  vault: Vault,
): Promise<Map<string, NamedAnswer[]>> {
  const keyOfTag = new Map<string, string>()
  const wanted = calls.flatMap(({ id, app, request }) => {
    const content = contents.get(id)
    const corp = app.owns.followup_corp
    if (corp === undefined || content?.kind !== 'message') return []
    if (content.client_msg_id === undefined) return []
    const { session_id } = request.request1
    const client_msg_tag = clientMsgTag(vault, corp, session_id, content.client_msg_id)
    keyOfTag.set(client_msg_tag, namedKey(corp, session_id, content.client_msg_id))
    return [{ corp, session_id, client_msg_tag }]
  })
  const named = new Map<string, NamedAnswer[]>()
  for (const row of await tx.read(messagesByClientId, wanted)) {
    const key = keyOfTag.get(row.client_msg_tag ?? '') ?? ''
    const content = vault.open(contentContext(row.corp, row.session_id), row.content)
    named.set(key, [...(named.get(key) ?? []), { ...row, content }])
  }
  return named
}

async function loadTokens(
  tx: Transaction,
  calls: readonly SendCall[],
  vault: Vault,
): Promise<Map<string, TokenRow>> {
  const tokenOfTag = new Map<string, string>()
  const wanted = calls.flatMap(({ app, request: { auth_token } }) => {
    if (auth_token === undefined) return []
    const token_tag = tokenTag(vault, auth_token)
    tokenOfTag.set(token_tag, auth_token)
    return [{ corp: app.owns.followup_corp ?? '', token_tag }]
  })
  const rows = await tx.read(tokensByTag, wanted)
  return new Map(
    rows.map((row) => [corpKey(row.corp, tokenOfTag.get(row.token_tag) ?? ''), row] as const),
  )
}

async function loadMembers(
  tx: Transaction,
  conversations: readonly ConversationRow[],
): Promise<Map<string, ReadonlySet<string>>> {
  const groups = conversations
    .filter(({ kind }) => kind === 'GROUP')
    .map(({ corp, bterm_user_id }) => ({ corp, group_id: bterm_user_id }))
  const members = new Map<string, Set<string>>()
  for (const { corp, group_id, doctor_id, active } of await tx.read(membersByGroup, groups)) {
    if (active === 0) continue
    const key = corpKey(corp, group_id)
    members.set(key, (members.get(key) ?? new Set()).add(doctor_id))
  }
  return members
}

async function loadGuardians(
  tx: Transaction,
  calls: readonly SendCall[],
  conversations: readonly ConversationRow[],
): Promise<Map<string, string>> {
  const named = calls.flatMap(({ app, request: { request1 } }) =>
    request1.rs_type === '1' && request1.cterm_user_id !== undefined
      ? [{ corp: app.owns.followup_corp ?? '', patient_id: request1.cterm_user_id }]
      : [],
  )
  const own = conversations.map(({ corp, cterm_user_id }) => ({ corp, patient_id: cterm_user_id }))
  const patients = await tx.read(patientsById, [...named, ...own])
  return new Map(
    patients.flatMap(({ corp, patient_id, guardian_id }) =>
      guardian_id === null ? [] : [[corpKey(corp, patient_id), guardian_id] as const],
    ),
  )
}
