export { type LimitedApi, limitApi, listApiLimits } from './api-limits.ts'
export {
  type AppGrant,
  type AppLimits,
  findApp,
  putApps,
  type RegisteredApp,
  registeredKeys,
} from './app.ts'
export { appOperations, PREVIOUS_DAYS, packageNames } from './app-operations.ts'
export { type AppSetting, appSettings, isNetwork } from './app-settings.ts'
export { type AppView, listApps } from './app-view.ts'
export {
  EVIDENCE_SLOTS,
  type EvidenceRow,
  evidenceMigration,
  findEvidence,
  nextEvidenceSlot,
} from './evidence.ts'
export { findFlowDemand, findUseOf } from './flow-demand.ts'
export {
  type DailyUseRow,
  type FlowDemandRow,
  findDailyUse,
  JOURNAL_SLOTS,
  type JournalRow,
  type Notes,
  nextJournalSlot,
  type SecretUseRow,
  saveNotes,
} from './journal.ts'
export { type CallRates, ratePeriods } from './rates.ts'
export {
  CALLS_SEARCHED_MAX,
  type CallFilter,
  type CallPage,
  countOutcomes,
  findCall,
  findRecentCalls,
  type OutcomeCount,
  type OutcomeCounts,
} from './recent-calls.ts'
export {
  flowMigration,
  journalIndexMigration,
  ownerMigration,
  platformMigration,
} from './tables.ts'
