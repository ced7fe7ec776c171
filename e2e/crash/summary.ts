import { recoveriesOf, rules } from './checker.ts'
import { type Evidence, storiesOf } from './evidence.ts'

/** What a run showed, in one line of numbers. */
export function summaryOf(title: string, evidence: Evidence): string {
  const stories = [...storiesOf(evidence.calls).values()]
  const acked = stories.filter(({ successes }) => successes.length > 0)
  const unknown = stories.filter(({ calls }) =>
    calls.some(({ answer }) => answer.kind === 'unknown'),
  )
  const conflicts = evidence.calls.filter(({ answer }) => answer.kind === 'conflict')
  const refused = evidence.calls.filter(({ answer }) => answer.kind === 'final')
  const bad = rules.acknowledgedIsStoredOnce(evidence)
  const slowest = Math.max(0, ...recoveriesOf(evidence).map(({ ms }) => ms))
  const numbers = {
    kills: evidence.kills.length,
    calls: evidence.calls.length,
    'ids acked': acked.length,
    'ids unknown at some time': unknown.length,
    'answered 409': conflicts.length,
    'refused for good': refused.length,
    'sent again': evidence.resends.length,
    lines: evidence.after.lines.length,
    lost: bad.filter((line) => line.endsWith('is lost')).length,
    doubled: bad.filter((line) => line.endsWith('times')).length,
    'slowest recovery, ms': slowest,
  }
  return `${title}: ${Object.entries(numbers)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`
}
