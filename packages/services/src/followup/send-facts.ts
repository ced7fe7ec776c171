import type { followupSend, RequestOf } from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import { type ChatContent, readChatContent } from './chat-content.ts'
import { type ConversationId, contentContext, contentSealer } from './content-key.ts'
import {
  type Claim,
  callerOf,
  conversationLock,
  corpKey,
  loadPeople,
  type People,
  policyFor,
} from './people.ts'
import { messagesByClientId, messagesBySignature } from './tables.ts'

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

/** The name under which a message may be repeated, and for how long it stands. */
export interface MessageName {
  readonly name: string
  readonly forMs: number
}

/** What is known about the messages of a batch. Keys are made by the functions below. */
export interface SendFacts extends People {
  readonly contents: ReadonlyMap<bigint, ChatContent>
  readonly signed: Map<string, SignedAnswer>
  /** Messages that have a name, of every sender. */
  readonly named: Map<string, NamedAnswer[]>
}

export function claimOf({ app, request }: SendCall): Claim {
  const { session_id, rs_type, bterm_user_id, cterm_user_id, user_id } = request.request1
  const { auth_token } = request
  return {
    ...callerOf(app),
    session_id,
    rs_type,
    bterm_user_id,
    cterm_user_id,
    user_id,
    auth_token,
  }
}

export function signatureKey({ app, signature }: WriteCall): string {
  return `${app.key} ${signature}`
}

export function namedKey({ corp, session_id }: ConversationId, name: string): string {
  return `${corp} ${session_id} ${name}`
}

/** The name is a part of the content, so it is stored as a tag. */
export function clientMsgTag(vault: Vault, id: ConversationId, name: string): string {
  return vault.tag('followup_client_msg_id', namedKey(id, name))
}

/** How long the caller's own id of a message stands for its first answer. */
const CLIENT_ID_MS = 24 * 60 * 60_000

/**
 * The caller's own id, or, where the operator wants equal words to be one message, the words
 * themselves. Who sends an id that looks like his words only meets his own messages.
 */
export function nameOf(
  content: ChatContent,
  call: SendCall,
  policies: People['policies'],
): MessageName | undefined {
  if (content.kind !== 'message') return undefined
  if (content.client_msg_id !== undefined)
    return { name: content.client_msg_id, forMs: CLIENT_ID_MS }
  const { corp } = callerOf(call.app)
  const { repeat_text_ms } = policyFor(policies, corp)
  if (repeat_text_ms === 0) return undefined
  return { name: `\n${call.request.request1.content.text}`, forMs: repeat_text_ms }
}

export function readContents(
  calls: readonly SendCall[],
  policies: People['policies'],
): Map<bigint, ChatContent> {
  return new Map(
    calls.map(({ id, app, request: { request1 } }) => {
      const { corp, lenient } = callerOf(app)
      const { rs_type, content } = request1
      const policy = policyFor(policies, corp)
      return [id, readChatContent(content, { ...policy, rs_type, lenient })]
    }),
  )
}

export async function loadSendFacts(
  tx: Transaction,
  calls: readonly SendCall[],
  vault: Vault,
): Promise<SendFacts> {
  const claims = calls.map(claimOf)
  await tx.lock(claims.map(conversationLock))
  const [people, signed] = await Promise.all([loadPeople(tx, claims, vault), loadSigned(tx, calls)])
  const contents = readContents(calls, people.policies)
  const named = await loadNamed(tx, calls, { ...people, contents }, vault)
  return { ...people, contents, signed, named }
}

/** Of any API that writes messages: a signature belongs to one call only. */
export async function loadSigned(
  tx: Transaction,
  calls: readonly WriteCall[],
): Promise<Map<string, SignedAnswer>> {
  const keys = calls.map(({ app, signature }) => ({ app_key: app.key, signature }))
  const rows = await tx.read(messagesBySignature, keys)
  return new Map(rows.map((row) => [`${row.app_key} ${row.signature}`, row] as const))
}

async function loadNamed(
  tx: Transaction,
  calls: readonly SendCall[],
  { contents, policies, conversations }: Pick<SendFacts, 'contents' | keyof People>,
  vault: Vault,
): Promise<Map<string, NamedAnswer[]>> {
  const keyOfTag = new Map<string, string>()
  const wanted = calls.flatMap((call) => {
    const content = contents.get(call.id)
    const name = content === undefined ? undefined : nameOf(content, call, policies)?.name
    if (name === undefined) return []
    const { corp, session_id } = claimOf(call)
    const client_msg_tag = clientMsgTag(vault, { corp, session_id }, name)
    keyOfTag.set(client_msg_tag, namedKey({ corp, session_id }, name))
    return [{ corp, session_id, client_msg_tag }]
  })
  const named = new Map<string, NamedAnswer[]>()
  for (const row of await tx.read(messagesByClientId, wanted)) {
    const key = keyOfTag.get(row.client_msg_tag ?? '') ?? ''
    const conversation = conversations.get(corpKey(row.corp, row.session_id))
    const sealer = contentSealer(vault, row, conversation?.content_key ?? null)
    const content = sealer.open(contentContext(row), row.content)
    named.set(key, [...(named.get(key) ?? []), { ...row, content }])
  }
  return named
}
