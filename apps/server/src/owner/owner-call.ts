import type { CallerApp, FailureReason, Outcome, WriteCall } from '@topgate/engine'
import { type OwnerAnswer, type OwnerRequest, ownerOperations } from '@topgate/services'

/** What the command line asks for: an operation by its name, with plain data. */
export interface OwnerOrder {
  /** Such as `owner.app.create`. */
  readonly operation: string
  /** The name of the local user. */
  readonly by: string
  readonly input: Readonly<Record<string, unknown>>
  /** What is too long for the input: one text per line of a file. */
  readonly lines?: readonly string[]
}

/** Long enough for the largest file that may be loaded. */
const DEADLINE_MS = 60_000
const owner: CallerApp = { key: '', profile: 'strict', owns: {}, biz_codes: [] }
const operations = new Set(ownerOperations.map(({ method }) => method))

/** The order as the engine runs it; undefined when there is no such operation. */
export function ownerCall(
  { operation, by, input, lines }: OwnerOrder,
  mode: OwnerRequest['mode'],
  id: bigint,
  nowMs: number,
): WriteCall<OwnerRequest> | undefined {
  if (!operations.has(operation)) return undefined
  return {
    id,
    method: operation,
    app: owner,
    user_tag: null,
    request: { by, mode, input: lines === undefined ? input : { ...input, lines } },
    received_ms: nowMs,
    deadline_ms: nowMs + DEADLINE_MS,
    signature: '',
    boundaries: '',
  }
}

export function ownerAnswerOf(outcome: Outcome): OwnerAnswer {
  switch (outcome.kind) {
    case 'answered':
      return outcome.answer as OwnerAnswer
    case 'refused':
      return refusal(outcome.refusal)
    case 'failed':
      return refusal(words[outcome.reason])
    default:
      return outcome satisfies never
  }
}

export function refusal(problem: string): OwnerAnswer {
  return { done: false, problems: [problem] }
}

const words: Readonly<Record<FailureReason, string>> = {
  busy: 'The server has too much to do at the moment. Nothing was changed; try again.',
  timeout: 'The server did not finish in time. Look whether it was done before you try again.',
  'storage-full': 'The disk is full. Nothing was changed.',
  'storage-unavailable': 'The store takes no writes at the moment. Nothing was changed; try again.',
  'unknown-outcome': 'The store broke off. Look whether it was done before you try again.',
  defect: 'A defect of Topgate; the log of the server says which. Nothing was changed.',
}
