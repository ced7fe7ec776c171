/** Charity actions become charity hours: exactly once, capped, and counted as one ledger. */
export { syncUserAction } from './alibaba.charity.useraction.sync.ts'
export { type BindRequest, bindUser } from './bind-user.ts'
export type { BindingAnswer } from './binding-answer.ts'
export {
  type AccountBinding,
  type AccountLine,
  type AccountRegistration,
  type AccountReport,
  findAccount,
} from './find-account.ts'
export {
  type EventAction,
  type EventReport,
  findEvents,
  type LedgerEntry,
} from './find-event.ts'
export type { AccountTotals, TotalLeaf } from './find-totals.ts'
export {
  type CharitySeed,
  type SeedActivity,
  type SeedBinding,
  type SeedChannel,
  type SeedRegistration,
  type SeedRule,
  type SeedTools,
  type SeedUser,
  seedCharity,
} from './seed.ts'
export { starterRules } from './starter-rules.ts'
export {
  accountIndexMigration,
  charityAction,
  charityMigration,
  keyTablesMigration,
  summedTotalsMigration,
} from './tables.ts'
export { type UnbindRequest, unbindUser } from './unbind-user.ts'
