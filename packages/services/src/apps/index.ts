export {
  type AppGrant,
  type AppLimits,
  findApp,
  putApps,
  type RegisteredApp,
  registeredKeys,
} from './app.ts'
export { appOperations, PREVIOUS_DAYS, packageNames } from './app-operations.ts'
export { type AppSetting, appSettings } from './app-settings.ts'
export { type AppView, listApps } from './app-view.ts'
export {
  type DailyUseRow,
  findDailyUse,
  JOURNAL_SLOTS,
  type JournalRow,
  type Notes,
  nextJournalSlot,
  saveNotes,
} from './journal.ts'
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
export { journalIndexMigration, ownerMigration, platformMigration } from './tables.ts'
