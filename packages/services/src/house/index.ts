/** HOU: housing partners report daily statistics of off-site advertising. */
export { type HouseSeed, type SeedPartner, type SeedSubject, seedHouse } from './seed.ts'
export { houseDaysMigration, houseMigration } from './tables.ts'
export { backFlowInvestData } from './tmall.alihouse.customer.clue.out.invest.total.data.back.flow.ts'
