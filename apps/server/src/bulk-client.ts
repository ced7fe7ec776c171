import { Worker } from 'node:worker_threads'
import {
  type Leniency,
  type PlatformErrorName,
  Refusal,
  type RefusalDetail,
} from '@topgate/contracts'
import type { BulkReader } from '@topgate/gateway'
import type { Parameters } from '@topgate/protocol'

type Values = Readonly<Record<string, unknown>>

export interface BulkRequest {
  readonly method: string
  readonly parameters: Parameters
  readonly nowMs: number
  readonly isLenient: boolean
}

export type BulkReply =
  /** The thread has its code and reads from now on. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly request: Values; readonly forgiven: readonly Leniency[] }
  | {
      readonly kind: 'refused'
      readonly name: PlatformErrorName
      readonly detail: RefusalDetail
    }

export interface BulkLimits {
  /** A call of the largest size takes a fraction of a second. */
  readonly readMsMax: number
  /** The first call waits for the code of the thread, which takes long on a busy machine. */
  readonly startMsMax: number
  /** What a thread may use before it is ended instead of the process. */
  readonly heapMbMax: number
}

export interface BulkOptions {
  /** The code of the thread. */
  readonly module: URL
  readonly limits?: Partial<BulkLimits>
  /** Facts for operators. */
  report(message: string, facts: object): void
}

interface Job {
  readonly request: BulkRequest
  readonly forgiven: Leniency[] | undefined
  resolve(request: Values): void
  reject(refusal: Refusal): void
}

/** Calls of up to 4 MiB each, held in memory while they wait. */
const WAITING_MAX = 32
const usualLimits: BulkLimits = { readMsMax: 5_000, startMsMax: 30_000, heapMbMax: 512 }

/**
 * The main thread's end of the thread that reads large calls, one after another. A
 * thread that dies or does not end takes one call with it, which is refused; the next call starts a
 * new one.
 */
export class BulkClient implements BulkReader {
  readonly #options: BulkOptions
  readonly #limits: BulkLimits
  readonly #waiting: Job[] = []
  #worker: Worker | undefined
  #isReady = false
  #running: Job | undefined
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(options: BulkOptions) {
    this.#options = options
    this.#limits = { ...usualLimits, ...options.limits }
  }

  /** So that the first large call need not wait for the code of the thread. */
  warmUp(): void {
    this.#worker ??= this.#start()
  }

  read(
    method: string,
    parameters: Parameters,
    nowMs: number,
    forgiven: Leniency[] | undefined,
  ): Promise<Values> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed || this.#waiting.length >= WAITING_MAX) {
        reject(new Refusal('service-unavailable'))
        return
      }
      const request = { method, parameters, nowMs, isLenient: forgiven !== undefined }
      this.#waiting.push({ request, forgiven, resolve, reject })
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const job of this.#waiting.splice(0)) job.reject(new Refusal('service-unavailable'))
    await this.#drop('service-unavailable')
  }

  #next(): void {
    if (this.#running !== undefined) return
    this.#running = this.#waiting.shift()
    if (this.#running === undefined) return
    this.#worker ??= this.#start()
    this.#worker.postMessage(this.#running.request)
    this.#limitTime()
  }

  #limitTime(): void {
    const { readMsMax, startMsMax } = this.#limits
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => {
        this.#options.report('a large call was not read in time', { method: this.#method() })
        void this.#drop('service-timeout')
      },
      this.#isReady ? readMsMax : startMsMax,
    )
  }

  #start(): Worker {
    const worker = new Worker(this.#options.module, {
      name: 'large calls',
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMbMax },
    })
    // What waits for a call, a socket and a timer, keeps the process; an idle thread does not.
    worker.unref()
    this.#isReady = false
    // A thread that was given up may have answered in the meantime: not to the call that runs now.
    worker.on('message', (reply: BulkReply) => {
      if (worker === this.#worker) this.#receive(reply)
    })
    const lose = (cause: unknown) => {
      if (worker !== this.#worker) return
      this.#options.report('the thread that reads large calls died', {
        cause,
        method: this.#method(),
      })
      void this.#drop('service-error')
    }
    worker.on('error', lose)
    worker.on('exit', lose)
    return worker
  }

  #receive(reply: BulkReply): void {
    if (reply.kind === 'ready') {
      this.#isReady = true
      if (this.#running !== undefined) this.#limitTime()
      return
    }
    const job = this.#take()
    if (reply.kind === 'read') {
      job?.forgiven?.push(...reply.forgiven)
      job?.resolve(reply.request)
    } else {
      job?.reject(new Refusal(reply.name, reply.detail))
    }
    this.#next()
  }

  /** Gives up the thread and the call that it has. */
  async #drop(refusal: PlatformErrorName): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#take()?.reject(new Refusal(refusal))
    this.#next()
    await worker?.terminate()
  }

  #take(): Job | undefined {
    clearTimeout(this.#timer)
    const job = this.#running
    this.#running = undefined
    return job
  }

  #method(): string | undefined {
    return this.#running?.request.method
  }
}
