import { accept, decline, internalWrite, type WriteCall, type WriteHandler } from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import { type AuditLine, saveAuditLines } from '../operators/index.ts'

/** What the owner asks for on the command line. Plain data: it may come through a socket. */
export interface OwnerRequest {
  /** Who asked: the name of the local user. */
  readonly by: string
  /** Of the installation, not of the command line that asked. */
  readonly mode: 'sandbox' | 'production'
  readonly input: unknown
}

/** Either all of it was done, or nothing was and the problems say why. Both are plain JSON. */
export type OwnerAnswer =
  | { readonly done: true; readonly result: unknown }
  | { readonly done: false; readonly problems: readonly string[] }

/** Why nothing was changed, in words for the owner. */
export class OwnerRefusal extends Error {
  readonly problems: readonly string[]

  constructor(...problems: string[]) {
    super(problems.join('\n'))
    this.name = 'OwnerRefusal'
    this.problems = problems
  }
}

/** The moment of an operation and the installation that it changes. */
export interface OwnerContext {
  readonly nowMs: number
  readonly mode: OwnerRequest['mode']
}

export interface OwnerDecision<Change> {
  /** What was changed, for the audit: never a secret, never a person's identifier. */
  readonly object: string
  /** What the owner is told. Plain JSON. */
  readonly result: unknown
  /** Null changes nothing and leaves no line in the audit, as a trial run does. */
  readonly change: Change | null
}

/** An operation of the owner: three steps as of any write, of one input each. */
export interface OwnerSteps<Input, Facts, Change> {
  /** Pure. Throws an `OwnerRefusal` that says what is wrong. */
  read(input: unknown): Input
  load(tx: Transaction, inputs: readonly Input[], vault: Vault): Promise<Facts>
  /** Pure; updates the facts. Throws an `OwnerRefusal` when the state says no. */
  decide(facts: Facts, input: Input, context: OwnerContext): OwnerDecision<Change>
  save(tx: Transaction, changes: readonly Change[], vault: Vault): Promise<void>
}

interface Accepted<Change> {
  readonly change: Change
  readonly line: AuditLine
}

type Call = WriteCall<OwnerRequest>
type Inputs<Input> = ReadonlyMap<Call, Input | OwnerRefusal>

/**
 * Makes an operation of these steps: what it changes and the line of the audit that says who did
 * it are one transaction.
 */
export function ownerOperation<Input, Facts, Change>(
  name: string,
  steps: OwnerSteps<Input, Facts, Change>,
): WriteHandler {
  return internalWrite<
    OwnerRequest,
    OwnerAnswer,
    { readonly inputs: Inputs<Input>; readonly own: Facts },
    Accepted<Change>
  >(name, {
    async load(tx, calls, vault) {
      const inputs = new Map<Call, Input | OwnerRefusal>()
      for (const call of calls)
        inputs.set(
          call,
          orRefusal(() => steps.read(call.request.input)),
        )
      const good = [...inputs.values()].filter((input) => !(input instanceof OwnerRefusal))
      return { inputs, own: await steps.load(tx, good as Input[], vault) }
    },

    decide({ inputs, own }, call, nowMs) {
      const { by, mode } = call.request
      const decided = orRefusal(() => {
        const input = inputs.get(call)
        if (input === undefined || input instanceof OwnerRefusal) throw input
        return steps.decide(own, input, { nowMs, mode })
      })
      if (decided instanceof OwnerRefusal) {
        return decline({ done: false, problems: decided.problems })
      }
      const { object, result, change } = decided
      if (change === null) return decline({ done: true, result })
      const session = `local user ${by}`
      const line: AuditLine = {
        id: call.id,
        at_ms: nowMs,
        act: 'command',
        session,
        object,
        reason: '',
      }
      return accept({ done: true, result }, { change, line })
    },

    async save(tx, accepted, vault) {
      await steps.save(
        tx,
        accepted.map(({ change }) => change),
        vault,
      )
      await saveAuditLines(
        tx,
        accepted.map(({ line }) => line),
        vault,
      )
    },
  })
}

function orRefusal<T>(work: () => T): T | OwnerRefusal {
  try {
    return work()
  } catch (error) {
    if (error instanceof OwnerRefusal) return error
    throw error
  }
}
