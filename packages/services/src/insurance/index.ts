/** INS: an insurer reports the steps of users on its pages. */
export {
  syncUserBehavior,
  userBehaviorCheck,
} from './alibaba.alihealth.insurance.inst.user.behavior.sync.ts'
export { type InsuranceSeed, seedInsurance } from './seed.ts'
export { insuranceMigration } from './tables.ts'
