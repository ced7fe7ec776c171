import { type Database, StorageFault, type Transaction, type Vault } from '@topgate/storage'
import type { FailureReason, Outcome, WriteCall, WriteHandler } from './write.ts'

/** What a batch needs beside its calls. Time and chance arrive as arguments. */
export interface BatchTools {
  readonly db: Database
  readonly vault: Vault
  readonly handlers: ReadonlyMap<string, WriteHandler>
  nowMs(): number
  /** 0 to 1, for the jitter of retries. */
  random(): number
  pause(ms: number): Promise<void>
  /** A call ended as `defect`, or a batch is tried again: facts for operators, never an answer. */
  report(event: BatchEvent): void
}

export interface BatchEvent {
  readonly kind: 'retry' | 'split' | 'failed' | 'defect'
  readonly calls: number
  readonly cause: unknown
}

const CONFLICT_RETRIES_MAX = 5
const RETRY_PAUSE_MS = 5

/**
 * Runs the calls as one transaction with one sync and says what became of each, in their order.
 * A batch that fails is rolled back; what can succeed later is tried again from `load`, and what
 * may hold one bad call is split, so that a bad call fails alone. Facts are never used twice.
 * A `fatal` fault of the store is thrown: after a failed sync nothing may be acknowledged.
 */
export async function runBatch(tools: BatchTools, calls: readonly WriteCall[]): Promise<Outcome[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await tools.db.transaction((tx) => runOnce(tools, tx, calls))
    } catch (cause) {
      const next = whatNext(cause, attempt)
      tools.report({ kind: next === 'failed' ? 'failed' : next, calls: calls.length, cause })
      if (next === 'failed') return calls.map(() => failed(reasonOf(cause)))
      if (next === 'split') return splitBatch(tools, calls, cause)
      await tools.pause(RETRY_PAUSE_MS * 2 ** attempt * (0.5 + tools.random()))
    }
  }
}

function whatNext(cause: unknown, attempt: number): 'retry' | 'split' | 'failed' {
  if (!(cause instanceof StorageFault)) return 'split'
  switch (cause.kind) {
    case 'conflict':
      return attempt < CONFLICT_RETRIES_MAX ? 'retry' : 'split'
    case 'data':
    case 'too-many-locks':
      return 'split'
    case 'full':
    case 'unavailable':
    case 'unknown-outcome':
      return 'failed'
    case 'fatal':
      throw cause
    default:
      return cause.kind satisfies never
  }
}

async function splitBatch(
  tools: BatchTools,
  calls: readonly WriteCall[],
  cause: unknown,
): Promise<Outcome[]> {
  if (calls.length === 1) {
    tools.report({ kind: 'defect', calls: 1, cause })
    return [failed(reasonOf(cause))]
  }
  const middle = calls.length >> 1
  const first = await runBatch(tools, calls.slice(0, middle))
  return first.concat(await runBatch(tools, calls.slice(middle)))
}

function reasonOf(cause: unknown): FailureReason {
  if (!(cause instanceof StorageFault)) return 'defect'
  switch (cause.kind) {
    case 'full':
      return 'storage-full'
    case 'unknown-outcome':
      return 'unknown-outcome'
    case 'data':
      return 'defect'
    default:
      return 'storage-unavailable'
  }
}

function failed(reason: FailureReason): Outcome {
  return { kind: 'failed', reason }
}

/** APIs go in the fixed order of their names, so that two batches take their locks alike. */
async function runOnce(
  tools: BatchTools,
  tx: Transaction,
  calls: readonly WriteCall[],
): Promise<Outcome[]> {
  const outcomes = new Array<Outcome>(calls.length)
  for (const [method, places] of placesByMethod(calls)) {
    const handler = tools.handlers.get(method)
    if (handler === undefined) throw new Error(`no write handler for ${method}`)
    await runGroup(tools, tx, handler, calls, places, outcomes)
  }
  return outcomes
}

function placesByMethod(calls: readonly WriteCall[]): [string, number[]][] {
  const groups = new Map<string, number[]>()
  calls.forEach((call, place) => {
    const group = groups.get(call.method)
    if (group === undefined) groups.set(call.method, [place])
    else group.push(place)
  })
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

async function runGroup(
  tools: BatchTools,
  tx: Transaction,
  { steps }: WriteHandler,
  calls: readonly WriteCall[],
  places: readonly number[],
  outcomes: Outcome[],
): Promise<void> {
  const group = places.map((place) => calls[place]).filter((call) => call !== undefined)
  const facts = await steps.load(tx, group, tools.vault)
  const nowMs = tools.nowMs()
  const changes: unknown[] = []
  group.forEach((call, index) => {
    const decision = steps.decide(facts, call, nowMs)
    if (decision.kind === 'accept') changes.push(decision.change)
    else if (decision.kind === 'refuse' && decision.change !== undefined) {
      changes.push(decision.change)
    }
    outcomes[places[index] ?? 0] = outcomeOf(decision)
  })
  if (changes.length > 0) await steps.save(tx, changes, tools.vault)
}

/** What a decision means for the caller, once it is stored. */
export function outcomeOf(decision: ReturnType<WriteHandler['steps']['decide']>): Outcome {
  switch (decision.kind) {
    case 'accept':
      return {
        kind: 'answered',
        answer: decision.answer,
        effect: 'new',
        forgiven: decision.forgiven,
      }
    case 'settle':
      return { kind: 'answered', answer: decision.answer, effect: 'none' }
    case 'refuse':
      return { kind: 'refused', refusal: decision.refusal, detail: decision.detail }
    default:
      return decision satisfies never
  }
}
