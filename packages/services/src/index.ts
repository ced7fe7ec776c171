/** The business domains: apps and permissions, and the services behind the APIs. */
export { apiServices, writeHandlers } from './api-services.ts'
export * from './apps/index.ts'
export type { AnswerWatch, CallGuard, GuardTools } from './call-guard.ts'
export { type AccountReport, type EventReport, findAccount, findEvents } from './charity/index.ts'
export { findStored, type StoredRow } from './find-stored.ts'
export {
  type ConversationMember,
  type ConversationQuestion,
  type ConversationReport,
  type FollowupSeed,
  findConversations,
  type MessageReport,
  seedFollowup,
} from './followup/index.ts'
export {
  type DayCompleteness,
  type DayState,
  Dictionary,
  editMeasures,
  findStats,
  type Measure,
  type MeasureConfidence,
  type MeasureEdit,
  measureUnits,
  type PeriodMeasure,
  type PeriodMethod,
  type StatChange,
  type StatColumn,
  type StatMeasure,
  type StatPeriod,
  type StatQuestion,
  type StatReport,
  type StatVersion,
  type SubjectDay,
} from './house/index.ts'
export {
  type AdReport,
  type AttributionReport,
  type FlowQuestion,
  type FlowReport,
  type FunnelEntry,
  findFlows,
  type ProductReport,
  type StageName,
  type TimelineEntry,
} from './insurance/index.ts'
export {
  LIST_SEPARATOR,
  LineReader,
  LOAD_ROWS_MAX,
  type LoadKind,
  loadKinds,
  rowLine,
} from './load/index.ts'
export { masked } from './masked.ts'
export { migrations } from './migrations.ts'
export * from './operators/index.ts'
export type { OwnerAnswer, OwnerRequest } from './owner/index.ts'
export { ownerOperations } from './owner/operations.ts'
export {
  findTags,
  findTagsOfUser,
  type MarkReport,
  type RemoveTagsAnswer,
  type RemoveTagsRequest,
  type RetailSeed,
  removeTags,
  seedRetail,
  sensitiveWord,
  type TaggedUser,
  type TagsReport,
} from './retail/index.ts'
export { loadSandbox, refuseSandboxKeys, sandboxCaller, sandboxUser } from './sandbox/index.ts'
export type { ApiService, ServiceTools } from './service.ts'
export * from './sessions/index.ts'
export {
  checkKeys,
  type Rewrapped,
  refuseWrongKey,
  rewrapRecords,
  sealedColumns,
} from './vault/index.ts'
