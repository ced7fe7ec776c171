export {
  type AppGrant,
  type AppLimits,
  findApp,
  listApps,
  putApps,
  type RegisteredApp,
  registeredKeys,
} from './app.ts'
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
export { findSession, type NewSession, putSessions, taobaoUserTag } from './session.ts'
export { journalIndexMigration, platformMigration } from './tables.ts'
