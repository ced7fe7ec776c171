/** The composition root: settings, wiring, start and stop of one node. */
export {
  type AccountReport,
  CALLS_SEARCHED_MAX,
  Dictionary,
  type EventReport,
  type FlowReport,
  findAccount,
  findEvents,
  findFlows,
  findRecentCalls,
  findStats,
  findTags,
  type JournalRow,
  type Measure,
  type StatReport,
  type TagsReport,
} from '@topgate/services'
export { type Config, readConfig, type Setting, settings } from './config.ts'
export { createDigests } from './digests.ts'
export { EXIT_FATAL, type Overrides, type RunningServer, startServer } from './main.ts'
export { type ReadableStore, readStore } from './read-store.ts'
export { runWriter, type WriterData } from './writer.ts'
