/** INS: an insurer reports the steps of users on its pages. */
export {
  syncUserBehavior,
  userBehaviorCheck,
} from './alibaba.alihealth.insurance.inst.user.behavior.sync.ts'
export { type FlowQuestion, findFlows } from './find-flow.ts'
export type {
  AdReport,
  AttributionReport,
  FlowReport,
  FunnelEntry,
  ProductReport,
  StageName,
  TimelineEntry,
} from './flow-report.ts'
export { insuranceFunnelMigration } from './funnel-migration.ts'
export { type InsuranceSeed, type SeedBehavior, seedInsurance } from './seed.ts'
export { insuranceMigration } from './tables.ts'
