/** What operators see: what arrived, and what became of it. */
export { type ApiCalls, apiCallsPage, type OutcomeLine } from './api-page.ts'
export { type AuditRow, auditPage } from './audit-page.ts'
export { type CallLine, milliseconds } from './calls-table.ts'
export { type EntranceTrouble, logInPage, setUpPage } from './entrance-pages.ts'
export { FIND_CHARS_MAX, type Finding, type FindKind, findPage } from './find-page.ts'
export {
  CONSOLE_PATH,
  type ConsoleContext,
  consolePaths,
  FORM_TOKEN,
} from './frame.ts'
export { type CallsFilter, type Overview, overviewPage } from './overview-page.ts'
export * from './report.ts'
export {
  type Masking,
  REASON_CHARS_MAX,
  REASON_CHARS_MIN,
  reportPage,
} from './report-page.ts'
export { statusPage } from './status-page.ts'
export { type ConsoleTrouble, consoleTroublePage } from './trouble-pages.ts'
