import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'

const ENTRY = join(import.meta.dirname, 'node.ts')
const START_MS_MAX = 30_000
const STOP_MS_MAX = 35_000
const POLL_MS = 5
const ERRORS_KEPT = 4_000

interface Told {
  readonly pid: number
  readonly url?: string
}

/** A server in a process group of its own, to be killed at any moment. */
export class NodeProcess {
  readonly #child: ChildProcess
  readonly #starting = Promise.withResolvers<void>()
  readonly #listening = Promise.withResolvers<Told>()
  readonly #exited: Promise<unknown>
  #errors = ''

  /** `prefix` is a program that runs the server, such as a tracer. */
  constructor(args: readonly string[], prefix: readonly string[] = []) {
    const [program = '', ...rest] = [...prefix, process.execPath, ENTRY, ...args]
    const child = spawn(program, rest, { detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
    this.#child = child
    this.#exited = once(child, 'exit')
    createInterface({ input: child.stdout }).on('line', (line) => this.#hear(line))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#errors = (this.#errors + text).slice(-ERRORS_KEPT)
    })
    const ended = this.#exited.then(() => {
      const { exitCode, signalCode } = child
      throw new Error(`the server ended with ${exitCode ?? signalCode}: ${this.#errors}`)
    })
    ended.catch(this.#starting.reject)
    ended.catch(this.#listening.reject)
    // Whoever waits is told; a killed server is no unhandled rejection.
    this.#starting.promise.catch(() => {})
    this.#listening.promise.catch(() => {})
  }

  /** Resolves when its modules are loaded and it turns to the store. */
  starting(): Promise<void> {
    return this.#starting.promise
  }

  /** The address, as soon as the server says that it can serve writes. */
  async ready(): Promise<string> {
    const { url = '' } = await withLimit(this.#listening.promise, START_MS_MAX, 'start')
    const deadlineMs = performance.now() + START_MS_MAX
    while (!(await isReady(url))) {
      if (performance.now() > deadlineMs) throw new Error(`never ready: ${this.#errors}`)
      await setTimeout(POLL_MS)
    }
    return url
  }

  /** How long it has waited for a processor so far; 0 where the system does not tell. */
  starvedMs(): number {
    try {
      // Nanoseconds on a processor, nanoseconds waiting for one, time slices.
      const [, waiting] = readFileSync(`/proc/${this.#child.pid}/schedstat`, 'utf8').split(' ')
      return Number(waiting) / 1e6
    } catch {
      return 0
    }
  }

  /** SIGKILL to the whole group. Resolves when nothing of it runs any more. */
  async kill(): Promise<void> {
    if (this.#isRunning()) process.kill(-(this.#child.pid ?? Number.NaN), 'SIGKILL')
    await this.#exited
  }

  /** SIGTERM, as a process manager sends it: to the server alone. */
  async terminate(): Promise<void> {
    const { pid } = await this.#listening.promise
    if (this.#isRunning()) process.kill(pid, 'SIGTERM')
  }

  /** Drains. Throws unless everything came to its end in time. */
  async stop(): Promise<void> {
    await this.terminate()
    await withLimit(this.#exited, STOP_MS_MAX, 'stop')
    const { exitCode, signalCode } = this.#child
    if (exitCode !== 0) throw new Error(`stopped with ${exitCode ?? signalCode}: ${this.#errors}`)
  }

  #isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  #hear(line: string): void {
    const told = JSON.parse(line)
    if (told.event === 'starting') this.#starting.resolve()
    if (told.event === 'listening') this.#listening.resolve(told)
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`)
    await response.text()
    return response.ok
  } catch {
    return false
  }
}

async function withLimit<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  const timer = new AbortController()
  const late = setTimeout(ms, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`the server did not ${what} within ${ms} ms`)
  })
  late.catch(() => {})
  try {
    return await Promise.race([promise, late])
  } finally {
    timer.abort()
  }
}
