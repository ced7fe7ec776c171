import { describe, expect, it } from 'vitest'
import { furthestOf, STALL_MS, statusOf } from './flow-status.ts'
import { starterStages } from './insurance-testing.ts'
import type { Stage } from './stage-registry.ts'

const registry = await starterStages()
const LAST_MS = 1_000_000

function stage(behavior_type: string): Stage {
  const found = registry.get(behavior_type)
  if (found === undefined) throw new Error(`no stage ${behavior_type}`)
  return found
}

function statusAfter(behaviors: readonly string[], nowMs = LAST_MS) {
  return statusOf(behaviors.map(stage), LAST_MS, nowMs)
}

describe('the status of a flow', () => {
  it.each([
    [[], 'OPEN'],
    [['START_UNDERWRITING'], 'OPEN'],
    [['START_PAY', 'PAY_FAIL'], 'OPEN'],
    [['UNDERWRITING_MANUAL'], 'OPEN'],
    [['PAY_SUCCESS'], 'PAID'],
    [['PAY_SUCCESS', 'PAY_FAIL'], 'PAID'],
    [['PAY_SUCCESS', 'START_UNDERWRITING'], 'PAID'],
    [['PAY_SUCCESS', 'POLICY_ISSUED'], 'ISSUED'],
    [['POLICY_ISSUED', 'PAY_SUCCESS'], 'ISSUED'],
    [['POLICY_ISSUED', 'SURRENDER_APPLY'], 'ISSUED'],
    [['POLICY_ISSUED', 'SURRENDER_DONE'], 'SURRENDERED'],
    [['HEALTH_INFORM_REJECT'], 'REJECTED'],
    [['UNDERWRITING_REJECT'], 'REJECTED'],
    [['UNDERWRITING_PASS', 'UNDERWRITING_REJECT'], 'REJECTED'],
  ])('after %j is %s', (behaviors, status) => {
    expect(statusAfter(behaviors)).toBe(status)
  })

  it('stays rejected while the user only starts again, until a stage behind the rejection comes', () => {
    expect(statusAfter(['HEALTH_INFORM_REJECT', 'START_HEALTH_INFORM'])).toBe('REJECTED')
    expect(statusAfter(['HEALTH_INFORM_REJECT', 'HEALTH_INFORM_REJECT'])).toBe('REJECTED')
    expect(statusAfter(['HEALTH_INFORM_REJECT', 'SUBMIT_INSURE_INFO'])).toBe('OPEN')
    expect(statusAfter(['UNDERWRITING_REJECT', 'UNDERWRITING_PASS', 'PAY_SUCCESS'])).toBe('PAID')
  })

  it('is STALLED from 24 hours without a step on, and only while it is open', () => {
    expect(statusAfter(['START_PAY'], LAST_MS + STALL_MS - 1)).toBe('OPEN')
    expect(statusAfter(['START_PAY'], LAST_MS + STALL_MS)).toBe('STALLED')
    expect(statusAfter(['UNDERWRITING_REJECT'], LAST_MS + STALL_MS)).toBe('REJECTED')
    expect(statusAfter(['PAY_SUCCESS'], LAST_MS + STALL_MS)).toBe('PAID')
    expect(statusOf([], null, LAST_MS + STALL_MS)).toBe('OPEN')
  })

  it('is over all products that of the one that came furthest', () => {
    expect(furthestOf(['REJECTED', 'STALLED'])).toBe('STALLED')
    expect(furthestOf(['STALLED', 'OPEN'])).toBe('OPEN')
    expect(furthestOf(['OPEN', 'SURRENDERED'])).toBe('SURRENDERED')
    expect(furthestOf(['SURRENDERED', 'PAID', 'REJECTED'])).toBe('PAID')
    expect(furthestOf(['PAID', 'ISSUED'])).toBe('ISSUED')
    expect(furthestOf([])).toBeUndefined()
  })
})
