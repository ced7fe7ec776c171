import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Clock ticks of /proc are hundredths of a second on Linux, whatever the kernel uses inside. */
const TICK_US = 10_000
const STOP_MS_MAX = 40_000

/** What the threads of Node are called here; Topgate names its own, as `top -H` shows them. */
const threadNames: Readonly<Record<string, string>> = {
  'node-MainThread': 'main',
  'node-V8Worker': 'v8 (gc, compiler)',
  writer: 'writer',
  checkpoint: 'checkpoint',
  'large calls': 'large calls',
}

function cpuUsOf(statFile: string): number {
  const stat = readFileSync(statFile, 'utf8')
  // The name, in brackets, may hold spaces; utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_US
}

/** A server under measurement: a process of its own, so that its processor time is its own too. */
export class ServerProcess {
  readonly #child: ChildProcess
  readonly url: string

  /**
   * Starts `bench/servers/<file>`, with the flags of Node that this process has,
   * which are those that Topgate is started with, and waits until it listens.
   */
  static async start(
    file: string,
    args: readonly string[] = [],
    execArgv: readonly string[] = [],
  ): Promise<ServerProcess> {
    const child = fork(join(import.meta.dirname, 'servers', file), args, {
      execArgv: [...process.execArgv, ...execArgv],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`${file} ended with ${code} before it listened`)
    })
    const [message] = await Promise.race([once(child, 'message'), ended])
    ended.catch(() => {})
    return new ServerProcess(child, `http://127.0.0.1:${message.port}`)
  }

  private constructor(child: ChildProcess, url: string) {
    this.#child = child
    this.url = url
  }

  /** User and system time of all threads so far; NaN where there is no /proc. */
  cpuUs(): number {
    try {
      return cpuUsOf(`/proc/${this.#child.pid}/stat`)
    } catch {
      return Number.NaN
    }
  }

  /** The same for each thread, by what Topgate uses them for; empty where there is no /proc. */
  cpuUsByThread(): Record<string, number> {
    const folder = `/proc/${this.#child.pid}/task`
    const sums: Record<string, number> = {}
    try {
      for (const thread of readdirSync(folder)) {
        const kind = readFileSync(`${folder}/${thread}/comm`, 'utf8').trim()
        const name = threadNames[kind] ?? 'other'
        sums[name] = (sums[name] ?? 0) + cpuUsOf(`${folder}/${thread}/stat`)
      }
    } catch {
      return {}
    }
    return sums
  }

  /** Sends a question and gives the answer. Only one at a time. */
  async ask(question: string): Promise<unknown> {
    const answered = once(this.#child, 'message')
    this.#child.send(question)
    const [answer] = await answered
    return answer
  }

  /** Lets the server finish what it has begun. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS_MAX)
    this.#child.send('stop')
    await ended
    clearTimeout(timer)
  }
}
