import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const program = join(import.meta.dirname, '../../apps/cli/src/main.ts')
const START_MS_MAX = 60_000

/** A server as its owner starts it, with everything that it writes to the terminal. */
export class LoggedServer {
  readonly #child: ChildProcess
  #output = ''

  private constructor(child: ChildProcess) {
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        this.#output += part.toString('latin1')
      })
    }
  }

  static async start(flags: Readonly<Record<string, string>>): Promise<LoggedServer> {
    const options = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])
    const env = { PATH: process.env.PATH ?? '' }
    const child = spawn(process.execPath, [program, 'start', ...options], { env })
    const server = new LoggedServer(child)
    await server.#untilListening()
    return server
  }

  get url(): string {
    return /Gateway +(http:\S+)\/router\/rest/.exec(this.#output)?.[1] ?? ''
  }

  get operatorUrl(): string {
    return /Console +(http:\/\/[^\s/]+)/.exec(this.#output)?.[1] ?? ''
  }

  /** Stops the server and gives all that it wrote. */
  async stop(): Promise<string> {
    const ended = once(this.#child, 'close')
    this.#child.kill('SIGTERM')
    await ended
    return this.#output
  }

  async #untilListening(): Promise<void> {
    const stopped = once(this.#child, 'exit').then(() => {
      throw new Error(`the server ended: ${this.#output}`)
    })
    stopped.catch(() => {})
    const late = AbortSignal.timeout(START_MS_MAX)
    while (this.url === '') {
      const written = once(this.#child.stdout ?? this.#child, 'data', { signal: late })
      await Promise.race([written, stopped])
    }
  }
}
