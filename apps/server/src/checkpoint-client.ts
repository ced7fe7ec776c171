import { Worker } from 'node:worker_threads'

/**
 * The main thread's end of the checkpoint thread. Nothing of it may be missed: a checkpoint that
 * fails may be a sync that failed, after which nothing more may be acknowledged.
 */
export class CheckpointClient {
  readonly #worker: Worker
  readonly #ended: Promise<void>

  constructor(module: URL, path: string, onFatal: (message: string) => void) {
    this.#worker = new Worker(module, { name: 'checkpoint', workerData: { path } })
    this.#ended = new Promise((resolve) => this.#worker.once('exit', () => resolve()))
    this.#worker.on('error', (error) => onFatal(`checkpoint: ${error}`))
  }

  /** After a last checkpoint; at once when the thread is gone already. */
  async close(): Promise<void> {
    this.#worker.postMessage('close')
    await this.#ended
  }
}
