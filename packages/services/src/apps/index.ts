export {
  type AppGrant,
  type AppLimits,
  findApp,
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
export { findSession, type NewSession, putSessions, taobaoUserTag } from './session.ts'
export { platformMigration } from './tables.ts'
