import { parentPort, workerData } from 'node:worker_threads'
import { runWriter } from '@topgate/server'
import { type CharityFacts, withCharitySteps } from './change-steps.ts'

/** Broken: a repeated call gets what the rules would give today, not what was stored. */
const handlers = withCharitySteps(({ decide }) => ({
  decide(facts, call, nowMs) {
    const decision = decide(facts, call, nowMs)
    if (decision.kind !== 'settle' || decision.first) return decision
    const { registrations, caps } = facts as CharityFacts
    const asIfNew = {
      ...(facts as CharityFacts),
      answers: new Map(),
      registrations: new Map(registrations),
      caps: new Map(caps),
    }
    const today = decide(asIfNew, call, nowMs)
    return today.kind === 'refuse' ? today : { ...decision, answer: today.answer }
  },
}))

if (parentPort !== null) runWriter(parentPort, workerData, handlers)
