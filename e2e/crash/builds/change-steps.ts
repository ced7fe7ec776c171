import type { WriteHandler } from '@topgate/engine'
import { writeHandlers } from '@topgate/services'

const CHARITY = 'alibaba.charity.useraction.sync'

type Steps = WriteHandler['steps']

/** All handlers of the product, that of charity actions with some of its steps changed. */
export function withCharitySteps(change: (steps: Steps) => Partial<Steps>): WriteHandler[] {
  return writeHandlers.map((handler) =>
    handler.method === CHARITY
      ? { ...handler, steps: { ...handler.steps, ...change(handler.steps) } }
      : handler,
  )
}

/** The part of the facts of a charity batch that the broken builds tamper with. */
export interface CharityFacts {
  readonly answers: Map<string, unknown>
  readonly registrations: Map<string, string>
  readonly caps: Map<string, number>
}
