import type { BatchQueue, CallerApp, WriteHandler } from '@topgate/engine'

export interface PlatformWriteOptions {
  readonly queue: Pick<BatchQueue, 'submit'>
  nextId(): bigint
  nowMs(): number
}

/** Runs a write of the platform itself and gives its answer. */
export type PlatformWrite = <Answer>(write: WriteHandler, request: object) => Promise<Answer>

/** The store did not take a write of the platform: nothing is known to have changed. */
export class WriteFailed extends Error {
  constructor(reason: string) {
    super(`a write of the platform failed: ${reason}`)
    this.name = 'WriteFailed'
  }
}

const DEADLINE_MS = 5_000
/** No app stands behind it. */
const platform: CallerApp = { key: '', profile: 'strict', owns: {}, biz_codes: [] }

/** The way of the platform's own writes into the store: the queue of all writes. */
export function createPlatformWrite(options: PlatformWriteOptions): PlatformWrite {
  return async <Answer>(write: WriteHandler, request: object) => {
    const received_ms = options.nowMs()
    const outcome = await options.queue.submit({
      id: options.nextId(),
      method: write.method,
      app: platform,
      user_tag: null,
      request,
      received_ms,
      deadline_ms: received_ms + DEADLINE_MS,
      signature: '',
      boundaries: '',
    })
    if (outcome.kind === 'answered') return outcome.answer as Answer
    throw new WriteFailed(outcome.kind === 'failed' ? outcome.reason : outcome.refusal)
  }
}
