import type { Transaction, Vault } from '@topgate/storage'
import { capKey, registrationKey } from './action-facts.ts'
import {
  type ActionRow,
  addCaps,
  type BindingRow,
  type CapRow,
  insertActions,
  type RegistrationRow,
  setBindings,
  setRegistrations,
} from './tables.ts'

/** What the platform may only keep sealed: who it was, and the request in the words of the caller. */
export interface PersonalParts {
  readonly tb_user_id?: string | undefined
  readonly third_user_key?: string | undefined
  readonly feeling?: string | undefined
  readonly ori_content?: string | undefined
  readonly features_map?: string | undefined
  readonly timestamp_long?: string | undefined
  readonly fore_reg_activity?: boolean | undefined
  readonly version?: string | undefined
}

export interface LedgerLine {
  readonly row: Omit<ActionRow, 'sealed'>
  readonly personal: PersonalParts
}

/** What one call changes. Minutes in `caps` are added to what is there. */
export interface LedgerChange {
  readonly lines: readonly LedgerLine[]
  readonly caps: readonly CapRow[]
  readonly registrations: readonly RegistrationRow[]
  readonly bindings: readonly BindingRow[]
}

/** Writes a batch. The unique index on (channel, event_id) has the last word. */
export async function saveLedger(
  tx: Transaction,
  changes: readonly LedgerChange[],
  vault: Vault,
): Promise<void> {
  const actions: ActionRow[] = []
  const caps = new Map<string, CapRow>()
  const registrations = new Map<string, RegistrationRow>()
  const bindings = new Map<string, BindingRow>()
  for (const change of changes) {
    for (const line of change.lines) actions.push(sealedRow(line, vault))
    for (const cap of change.caps) addCap(caps, cap)
    for (const row of change.registrations) {
      registrations.set(registrationKey(row.account, row.activity_id), row)
    }
    for (const row of change.bindings) bindings.set(row.key_tag, row)
  }
  await Promise.all([
    tx.write(insertActions, actions),
    tx.write(addCaps, [...caps.values()]),
    tx.write(setRegistrations, [...registrations.values()]),
    tx.write(setBindings, [...bindings.values()]),
  ])
}

/** What the sealed parts are bound to: they open for no other row. */
export function sealContext(channel: string, eventId: string): string {
  return `charity_action ${channel} ${eventId}`
}

function sealedRow({ row, personal }: LedgerLine, vault: Vault): ActionRow {
  const context = sealContext(row.channel, row.event_id)
  return { ...row, sealed: vault.seal(context, JSON.stringify(personal)) }
}

function addCap(caps: Map<string, CapRow>, cap: CapRow): void {
  const key = capKey(cap.account, cap.sub_code, cap.period)
  const before = caps.get(key)?.minutes ?? 0
  caps.set(key, before === 0 ? cap : { ...cap, minutes: before + cap.minutes })
}
