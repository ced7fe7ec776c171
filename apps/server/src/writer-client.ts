import { Worker } from 'node:worker_threads'
import { catalogue } from '@topgate/contracts'
import type { Outcome, WriteCall } from '@topgate/engine'
import type { Notes } from '@topgate/services'
import { BatchMessages, type PackedOutcomes } from './batch-message.ts'
import type { StoreOptions } from './store.ts'
import type { WriterData, WriterReply, WriterRequest } from './writer.ts'

type WithoutNumber<R> = R extends unknown ? Omit<R, 'number'> : never

interface Pending {
  resolve(outcomes: PackedOutcomes): void
  reject(error: Error): void
}

/** The main thread's end of the writer thread: a numbered request, one reply. */
export class WriterClient {
  readonly #worker: Worker
  readonly #pending = new Map<number, Pending>()
  readonly #nowMs: () => number
  readonly #messages: BatchMessages
  #number = 0

  static async start(module: URL, data: WriterData, options: StoreOptions): Promise<WriterClient> {
    const worker = new Worker(module, { name: 'writer', workerData: data })
    const thread = new WriterClient(worker, options)
    await new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    return thread
  }

  private constructor(worker: Worker, options: StoreOptions) {
    this.#worker = worker
    this.#nowMs = () => options.nowMs()
    this.#messages = new BatchMessages(catalogue, options.handlers)
    worker.on('error', (error) => options.onFatal(String(error)))
    worker.on('message', (reply: WriterReply) => this.#receive(reply, options))
  }

  async run(calls: readonly WriteCall[]): Promise<readonly Outcome[]> {
    const packed = await this.#ask({
      kind: 'batch',
      nowMs: this.#nowMs(),
      calls: this.#messages.packCalls(calls),
    })
    return this.#messages.unpackOutcomes(packed, calls)
  }

  async saveNotes(notes: Notes): Promise<void> {
    await this.#ask({ kind: 'notes', notes })
  }

  async close(): Promise<void> {
    await this.#ask({ kind: 'close' })
    await this.#worker.terminate()
  }

  #ask(request: WithoutNumber<WriterRequest>): Promise<PackedOutcomes> {
    this.#number += 1
    const number = this.#number
    return new Promise((resolve, reject) => {
      this.#pending.set(number, { resolve, reject })
      this.#worker.postMessage({ ...request, number })
    })
  }

  #receive(reply: WriterReply, options: StoreOptions): void {
    switch (reply.kind) {
      case 'ready':
        return
      case 'done':
        if (reply.commitS > 0) options.onCommit(reply.commitS)
        this.#take(reply.number)?.resolve(reply.outcomes)
        return
      case 'failed':
        this.#take(reply.number)?.reject(new Error(reply.message))
        return
      case 'event': {
        const { kind, calls } = reply.event
        const level = kind === 'defect' ? 'error' : 'warn'
        options.report(level, `batch: ${kind}`, { calls, cause: reply.message })
        return
      }
      case 'fatal':
        options.onFatal(reply.message)
        return
      default:
        reply satisfies never
    }
  }

  #take(number: number): Pending | undefined {
    const pending = this.#pending.get(number)
    this.#pending.delete(number)
    return pending
  }
}
