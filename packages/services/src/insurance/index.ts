/** INS: an insurer reports the steps of users on its pages. */
export {
  syncUserBehavior,
  userBehaviorCheck,
} from './alibaba.alihealth.insurance.inst.user.behavior.sync.ts'
export { insuranceFunnelMigration } from './funnel-migration.ts'
export { type InsuranceSeed, type SeedBehavior, seedInsurance } from './seed.ts'
export { insuranceMigration } from './tables.ts'
