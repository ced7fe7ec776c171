import {
  accept,
  type Decision,
  decline,
  internalWrite,
  replay,
  type WriteCall,
} from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import { keyAccountOf, keyTagOf, userAccountOf } from './action-claim.ts'
import { accountLock, keyLock, registrationKey } from './action-facts.ts'
import { type BindingAnswer, bindingDenied, bindingDone } from './binding-answer.ts'
import { type LedgerChange, saveLedger } from './ledger-store.ts'
import { type Move, moveLines } from './move-hours.ts'
import {
  type BindingRow,
  bindingsByKey,
  type CapRow,
  capsByAccount,
  type RegistrationRow,
  registrationsByAccount,
  registrationsByActivity,
  type TotalRow,
  totalsByAccount,
} from './tables.ts'

export interface BindRequest {
  readonly channel: string
  readonly third_user_key: string
  readonly tb_user_id: bigint
}

export type BindCall = WriteCall<BindRequest>

interface BindFacts {
  readonly moves: ReadonlyMap<BindCall, Move>
  /** By key tag. */
  readonly bindings: Map<string, BindingRow>
  /** What the keys have collected, by their accounts. */
  readonly totals: ReadonlyMap<string, readonly TotalRow[]>
  readonly caps: ReadonlyMap<string, readonly CapRow[]>
  readonly registrations: ReadonlyMap<string, readonly RegistrationRow[]>
  /** `registrationKey` of what the users have themselves. */
  readonly userRegistrations: Set<string>
}

/**
 * Binds a third-party key to a Taobao user; a key has one user at a time. With its first binding
 * the pending hours, caps and registrations of the key go to the user in the same transaction.
 * Later calls with the key never reach the key's own account again, so this happens once.
 */
export const bindUser = internalWrite<BindRequest, BindingAnswer, BindFacts, LedgerChange>(
  'charity.user.bind',
  { load: loadBindFacts, decide: decideBind, save: saveLedger },
)

export async function loadBindFacts(
  tx: Transaction,
  calls: readonly BindCall[],
  vault: Vault,
): Promise<BindFacts> {
  const moves = new Map<BindCall, Move>()
  for (const call of calls) moves.set(call, moveOf(call.request, vault))
  const all = [...moves.values()]
  await tx.lock(all.flatMap((move) => [keyLock(move.keyTag), accountLock(move.userAccount)]))
  const bindingKeys = all.map(({ channel, keyTag }) => ({ channel, key_tag: keyTag }))
  const accounts = all.map(({ keyAccount }) => ({ account: keyAccount }))
  const [bindings, totals, caps, registrations] = await Promise.all([
    tx.read(bindingsByKey, bindingKeys),
    tx.read(totalsByAccount, accounts),
    tx.read(capsByAccount, accounts),
    tx.read(registrationsByAccount, accounts),
  ])
  const byAccount = Map.groupBy(registrations, ({ account }) => account)
  return {
    moves,
    bindings: new Map(bindings.map((row) => [row.key_tag, row])),
    totals: Map.groupBy(totals, ({ account }) => account),
    caps: Map.groupBy(caps, ({ account }) => account),
    registrations: byAccount,
    userRegistrations: await readUserRegistrations(tx, all, byAccount),
  }
}

function moveOf({ channel, third_user_key, tb_user_id }: BindRequest, vault: Vault): Move {
  const keyTag = keyTagOf(vault, channel, third_user_key)
  return {
    channel,
    keyTag,
    keyAccount: keyAccountOf(keyTag),
    userAccount: userAccountOf(vault, tb_user_id),
    third_user_key,
    tb_user_id: tb_user_id.toString(),
  }
}

/** Only where the key is registered too: a user may have any number of registrations. */
async function readUserRegistrations(
  tx: Transaction,
  moves: readonly Move[],
  registrations: BindFacts['registrations'],
): Promise<Set<string>> {
  const keys = moves.flatMap(({ keyAccount, userAccount }) =>
    (registrations.get(keyAccount) ?? []).map(({ activity_id }) => ({
      account: userAccount,
      activity_id,
    })),
  )
  const rows = await tx.read(registrationsByActivity, keys)
  return new Set(rows.map((row) => registrationKey(row.account, row.activity_id)))
}

export function decideBind(
  facts: BindFacts,
  call: BindCall,
): Decision<BindingAnswer, LedgerChange> {
  const move = facts.moves.get(call)
  if (move === undefined) throw new Error('a call that was not loaded')
  const earlier = facts.bindings.get(move.keyTag)
  if (earlier?.status === 'BOUND') {
    if (earlier.account === move.userAccount) return replay(bindingDone(0))
    return decline(bindingDenied(409n, '该三方用户标识已绑定其他用户，请先解绑'))
  }
  const binding = {
    channel: move.channel,
    key_tag: move.keyTag,
    account: move.userAccount,
    status: 'BOUND',
    at_ms: call.received_ms,
  }
  facts.bindings.set(move.keyTag, binding)
  const moved = earlier === undefined ? moveAll(facts, call, move) : nothing
  const minutes = moved.lines.reduce((sum, { row }) => sum + Math.max(0, row.minutes), 0)
  return accept(bindingDone(minutes), { ...moved, bindings: [binding] })
}

type Moved = Omit<LedgerChange, 'bindings'>
const nothing: Moved = { lines: [], caps: [], registrations: [] }

function moveAll(facts: BindFacts, call: BindCall, move: Move): Moved {
  const { keyAccount, userAccount } = move
  return {
    lines: moveLines(call, move, facts.totals.get(keyAccount) ?? []),
    caps: (facts.caps.get(keyAccount) ?? []).map((cap) => ({ ...cap, account: userAccount })),
    registrations: moveRegistrations(facts, keyAccount, userAccount),
  }
}

/** What the user has done himself stays, a cancel above all. */
function moveRegistrations(
  facts: BindFacts,
  keyAccount: string,
  userAccount: string,
): RegistrationRow[] {
  const rows = (facts.registrations.get(keyAccount) ?? []).filter(
    ({ activity_id }) => !facts.userRegistrations.has(registrationKey(userAccount, activity_id)),
  )
  for (const { activity_id } of rows) {
    facts.userRegistrations.add(registrationKey(userAccount, activity_id))
  }
  return rows.map((row) => ({ ...row, account: userAccount }))
}
