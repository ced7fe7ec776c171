/** The composition root: settings, wiring, start and stop of one node. */
export {
  type AccessView,
  type AccountReport,
  type AppSetting,
  type AppView,
  type AuditLine,
  appSettings,
  CALLS_SEARCHED_MAX,
  type ConversationReport,
  Dictionary,
  type EventReport,
  type FlowReport,
  findAccount,
  findAuditLines,
  findConversations,
  findEvents,
  findFlows,
  findRecentCalls,
  findStats,
  findTags,
  hashPassword,
  type JournalRow,
  LIST_SEPARATOR,
  type LimitedApi,
  LineReader,
  LOAD_ROWS_MAX,
  type LoadKind,
  listApiLimits,
  listApps,
  listSessions,
  loadKinds,
  type Measure,
  type OwnerAnswer,
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
  PREVIOUS_DAYS,
  packageNames,
  passwordTrouble,
  ratePeriods,
  rowLine,
  SESSION_DAYS,
  type StatReport,
  type TagsReport,
} from '@topgate/services'
export { backUpStore } from './back-up-store.ts'
export { type Config, readConfig } from './config.ts'
export { EXIT_FATAL, type Overrides } from './core.ts'
export { createDigests } from './digests.ts'
export { openImportedApis, writeImportedApis } from './imported-apis.ts'
export { addKeyToFile } from './key-file.ts'
export { limitSettings } from './limit-settings.ts'
export { type RunningServer, startServer } from './main.ts'
export type { OwnerOrder } from './owner/owner-call.ts'
export { runOwnerOrder } from './owner/run-owner-order.ts'
export { type ReadableStore, readStore } from './read-store.ts'
export { type RewrapProgress, type Rewrapped, rewrapStore } from './rewrap-store.ts'
export { readCore } from './sdk/read-core.ts'
export { createSdkPackage, type SdkPackage, zipSdk } from './sdk/sdk-package.ts'
export { type Setting, settings } from './settings.ts'
export { findWhy, type Why } from './why/find-why.ts'
export { whyJson } from './why/why-json.ts'
export { runWriter, type WriterData } from './writer.ts'
