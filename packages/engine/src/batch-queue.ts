import type { Outcome, WriteCall } from './write.ts'

export interface QueueOptions {
  /** Runs one batch to its end. Must resolve with one outcome per call, in order. */
  readonly run: (calls: readonly WriteCall[]) => Promise<readonly Outcome[]>
  readonly batchMax: number
  /** How many batches the store works on at a time. */
  readonly inFlightMax: number
  /** How many more may lie ready at the store, which then never waits for this thread. */
  readonly aheadMax: number
  readonly queueMax: number
  /** A call that would wait longer than this is refused at once. */
  readonly waitMsMax: number
  nowMs(): number
  /** Time that never steps back. */
  elapsedMs(): number
  /** Runs a task at the end of this turn of the event loop. */
  defer(task: () => void): void
  /** `run` rejected: nothing of the batch may be acknowledged, and the process should end. */
  onBroken(cause: unknown): void
}

export interface QueueState {
  readonly waiting: number
  /** How long a call that comes now is expected to wait. */
  readonly waitMs: number
  readonly inFlight: number
  readonly batches: number
  readonly calls: number
  readonly dropped: number
}

interface Waiting {
  readonly call: WriteCall
  readonly settle: (outcome: Outcome) => void
  done: boolean
}

/** Beyond this the newest calls go first, so that some are in time instead of all being late. */
const NEWEST_FIRST_MS = 200
/** So few that wait are no queue, however slow the store is at the moment. */
const QUEUE_MIN = 16
/** Of the newest batch in the mean of what batches take. */
const NEWEST_WEIGHT = 0.2

/**
 * Collects the calls that arrive while the last batch commits and runs them as the next one. With
 * `aheadMax` that one may be sent before the last has ended (decision 0019).
 * Bounded: a full queue refuses at once, and so does one that would take too long. A call whose
 * deadline passes while it waits is dropped unstarted; one whose deadline passes while its batch
 * runs is answered in time, and its outcome is unknown.
 */
export class BatchQueue {
  readonly #options: QueueOptions
  #waiting: Waiting[] = []
  #running = new Set<readonly Waiting[]>()
  #deferred = false
  #idle: (() => void)[] = []
  #latestSize = 0
  #batches = 0
  #calls = 0
  #dropped = 0
  /** Mean time that the store takes for a batch. */
  #batchMs = 0
  #endedMs = Number.NEGATIVE_INFINITY

  constructor(options: QueueOptions) {
    this.#options = options
  }

  submit(call: WriteCall): Promise<Outcome> {
    if (this.#isFull()) {
      this.#dropped += 1
      return Promise.resolve({ kind: 'failed', reason: 'busy' })
    }
    return new Promise((settle) => {
      this.#waiting.push({ call, settle, done: false })
      if (this.#isFree() || this.#maySendAhead()) this.#startSoon()
    })
  }

  /** Answers every call whose deadline has passed. Called a few times a second by the owner. */
  expire(): void {
    const nowMs = this.#options.nowMs()
    const late = (entry: Waiting) => entry.call.deadline_ms <= nowMs
    for (const entry of this.#waiting) if (late(entry)) this.#settle(entry, timeout)
    this.#waiting = this.#waiting.filter((entry) => !entry.done)
    for (const batch of this.#running) {
      for (const entry of batch) if (late(entry)) this.#settle(entry, timeout)
    }
    this.#tellIdle()
  }

  /** Resolves when nothing waits and nothing runs. */
  drained(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  state(): QueueState {
    return {
      waiting: this.#waiting.length,
      waitMs: this.#waitMs(),
      inFlight: this.#running.size,
      batches: this.#batches,
      calls: this.#calls,
      dropped: this.#dropped,
    }
  }

  #isIdle(): boolean {
    return this.#waiting.length === 0 && this.#running.size === 0
  }

  #tellIdle(): void {
    if (this.#isIdle()) for (const resolve of this.#idle.splice(0)) resolve()
  }

  #settle(entry: Waiting, outcome: Outcome): void {
    if (entry.done) return
    entry.done = true
    entry.settle(outcome)
  }

  /** Waits for the end of this turn, so that all calls read in it share one batch. */
  #startSoon(): void {
    if (this.#deferred) return
    this.#deferred = true
    this.#options.defer(() => {
      this.#deferred = false
      this.#start()
    })
  }

  #start(): void {
    this.expire()
    while (this.#waiting.length > 0 && this.#isFree()) this.#runNext()
    if (this.#maySendAhead()) this.#runNext()
  }

  #runNext(): void {
    const batch = this.#nextBatch()
    this.#running.add(batch)
    this.#latestSize = batch.length
    this.#batches += 1
    this.#calls += batch.length
    this.#run(batch)
  }

  #isFree(): boolean {
    return this.#running.size < this.#options.inFlightMax
  }

  /**
   * Asked when a call arrives, never when a batch ends, and only for as many calls as the one before
   * had: otherwise batches would become many and small, and each costs a sync.
   */
  #maySendAhead(): boolean {
    const { inFlightMax, aheadMax } = this.#options
    if (this.#running.size >= inFlightMax + aheadMax) return false
    return this.#waiting.length >= Math.max(QUEUE_MIN, this.#latestSize)
  }

  #nextBatch(): Waiting[] {
    const { batchMax } = this.#options
    if (this.#waiting.length <= batchMax || this.#waitMs() <= NEWEST_FIRST_MS) {
      return this.#waiting.splice(0, batchMax)
    }
    return this.#waiting.splice(-batchMax)
  }

  #isFull(): boolean {
    const waiting = this.#waiting.length
    if (waiting >= this.#options.queueMax) return true
    return waiting >= QUEUE_MIN && this.#waitMs() > this.#options.waitMsMax
  }

  #waitMs(): number {
    return (this.#waiting.length / this.#options.batchMax) * this.#batchMs
  }

  /** What a batch took: from the one before, or from its own start when the store was idle. */
  #measure(startedMs: number): void {
    const nowMs = this.#options.elapsedMs()
    const batchMs = nowMs - Math.max(startedMs, this.#endedMs)
    this.#endedMs = nowMs
    this.#batchMs += (batchMs - this.#batchMs) * NEWEST_WEIGHT
  }

  #run(batch: readonly Waiting[]): void {
    const startedMs = this.#options.elapsedMs()
    this.#options
      .run(batch.map((entry) => entry.call))
      .then(
        (outcomes) => {
          this.#measure(startedMs)
          this.#startNext(batch)
          batch.forEach((entry, index) => {
            this.#settle(entry, outcomes[index] ?? unknown)
          })
        },
        (cause) => {
          this.#running.delete(batch)
          for (const entry of batch) this.#settle(entry, unknown)
          this.#options.onBroken(cause)
        },
      )
      .finally(() => {
        if (this.#waiting.length > 0 && this.#isFree()) this.#startSoon()
        this.#tellIdle()
      })
  }

  /** Before the answers go out: the store works on the next batch while this thread writes them. */
  #startNext(ended: readonly Waiting[]): void {
    this.#running.delete(ended)
    if (this.#waiting.length > 0 && this.#isFree()) this.#start()
  }
}

const timeout: Outcome = { kind: 'failed', reason: 'timeout' }
const unknown: Outcome = { kind: 'failed', reason: 'unknown-outcome' }
