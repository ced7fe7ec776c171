import {
  accept,
  type Decision,
  decline,
  internalWrite,
  replay,
  type WriteCall,
} from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import { keyTagOf } from './action-claim.ts'
import { keyLock } from './action-facts.ts'
import { type BindingAnswer, bindingDenied, bindingDone } from './binding-answer.ts'
import { type BindingRow, bindingsByKey, setBindings } from './tables.ts'

export interface UnbindRequest {
  readonly channel: string
  readonly third_user_key: string
}

export type UnbindCall = WriteCall<UnbindRequest>

interface UnbindFacts {
  readonly keyTags: ReadonlyMap<UnbindCall, string>
  /** By key tag. */
  readonly bindings: Map<string, BindingRow>
}

/** Cancels a binding: later calls with the key are refused; hours that were earned stay. */
export const unbindUser = internalWrite<UnbindRequest, BindingAnswer, UnbindFacts, BindingRow>(
  'charity.user.unbind',
  {
    load: loadUnbindFacts,
    decide: decideUnbind,
    // A key occurs once: the second call of a batch finds it cancelled.
    save: (tx, rows) => tx.write(setBindings, rows),
  },
)

async function loadUnbindFacts(
  tx: Transaction,
  calls: readonly UnbindCall[],
  vault: Vault,
): Promise<UnbindFacts> {
  const keyTags = new Map<UnbindCall, string>()
  for (const call of calls) {
    keyTags.set(call, keyTagOf(vault, call.request.channel, call.request.third_user_key))
  }
  await tx.lock([...keyTags.values()].map(keyLock))
  const keys = Array.from(keyTags, ([call, key_tag]) => ({
    channel: call.request.channel,
    key_tag,
  }))
  const rows = await tx.read(bindingsByKey, keys)
  return { keyTags, bindings: new Map(rows.map((row) => [row.key_tag, row])) }
}

function decideUnbind(facts: UnbindFacts, call: UnbindCall): Decision<BindingAnswer, BindingRow> {
  const binding = facts.bindings.get(facts.keyTags.get(call) ?? '')
  if (binding === undefined) return decline(bindingDenied(404n, '该三方用户标识没有绑定用户'))
  if (binding.status === 'CANCELLED') return replay(bindingDone(0))
  const cancelled = { ...binding, status: 'CANCELLED', at_ms: call.received_ms }
  facts.bindings.set(binding.key_tag, cancelled)
  return accept(bindingDone(0), cancelled)
}
