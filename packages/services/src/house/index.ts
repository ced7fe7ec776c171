/** HOU: housing partners report daily statistics of off-site advertising. */
export type { DayCompleteness, DayState } from './day-completeness.ts'
export {
  Dictionary,
  editMeasures,
  type Measure,
  type MeasureConfidence,
  type MeasureEdit,
  units as measureUnits,
} from './dictionary.ts'
export {
  findStats,
  type StatChange,
  type StatColumn,
  type StatMeasure,
  type StatPeriod,
  type StatQuestion,
  type StatReport,
  type StatVersion,
} from './find-stats.ts'
export type { PeriodMeasure, PeriodMethod } from './period-sums.ts'
export {
  type HouseSeed,
  type SeedExpectation,
  type SeedPartner,
  type SeedSubject,
  seedHouse,
} from './seed.ts'
export type { SubjectDay } from './stat-days.ts'
export { houseDaysMigration, houseMigration } from './tables.ts'
export { backFlowInvestData } from './tmall.alihouse.customer.clue.out.invest.total.data.back.flow.ts'
