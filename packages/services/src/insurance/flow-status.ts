import type { Milestone, Stage } from './stage-registry.ts'

/** OPEN goes on; STALLED has gone on for a day without a step. The rest are milestones. */
export type FlowStatus = 'OPEN' | 'STALLED' | Milestone

/** An open flow without a step for this long has stalled; any new step revives it. */
export const STALL_MS = 24 * 60 * 60_000

/** The way of money, in its order: what was reached later on it is never undone by an early step. */
const paidWay: readonly Milestone[] = ['PAID', 'ISSUED', 'SURRENDERED']

/**
 * The status that the stages lead to, which are in order of time. A rejection stands until a stage
 * behind it follows, such as a manual underwriting that passes after all.
 */
export function statusOf(
  stages: readonly Stage[],
  lastMs: number | null,
  nowMs: number,
): FlowStatus {
  let reached = -1
  let rejectedAt: number | undefined
  for (const { ordinal, reaches } of stages) {
    if (reaches === 'REJECTED') rejectedAt = ordinal
    else if (rejectedAt !== undefined && ordinal > rejectedAt) rejectedAt = undefined
    if (reaches !== null) reached = Math.max(reached, paidWay.indexOf(reaches))
  }
  const paid = paidWay[reached]
  if (paid !== undefined) return paid
  if (rejectedAt !== undefined) return 'REJECTED'
  return lastMs !== null && nowMs - lastMs >= STALL_MS ? 'STALLED' : 'OPEN'
}

/** The status of a flow is that of the product that came furthest; a policy that runs counts most. */
const furthestFirst: readonly FlowStatus[] = [
  'ISSUED',
  'PAID',
  'SURRENDERED',
  'OPEN',
  'STALLED',
  'REJECTED',
]

export function furthestOf(statuses: readonly FlowStatus[]): FlowStatus | undefined {
  return furthestFirst.find((status) => statuses.includes(status))
}
