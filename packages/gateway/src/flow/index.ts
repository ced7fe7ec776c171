/** How often who may call what. Counts only after the signature is right. */
export { dayOf } from './beijing-day.ts'
export { type ApiLimits, type DailyUse, FlowControl, type KnownLimits } from './flow-control.ts'
export type { Rates } from './limiter.ts'
export { type Demand, NodeShares, type Shares, wholeLimits } from './shares.ts'
