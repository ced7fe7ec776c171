import { mkdtempSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Load, type Target } from './client.ts'
import type { Evidence, Kill } from './evidence.ts'
import type { Fault } from './faults.ts'
import { HistoryFile } from './history.ts'
import { LogFollower } from './log-follower.ts'
import { NodeProcess } from './node-process.ts'
import { postgresStore } from './postgres-store.ts'
import { resendAll } from './resend.ts'
import { sqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

export interface RunOptions {
  readonly seed: number
  /** `sound`, or the name of a deliberately broken one. */
  readonly build?: string
  /** Two nodes on this PostgreSQL instead of one on SQLite. */
  readonly databaseUrl?: string
  /** The table that the reader follows. */
  readonly log?: string
  readonly twinShare?: number
}

interface Node extends Target {
  process: NodeProcess
}

/** Servers under load, with a reader beside them, and faults on demand. */
export class CrashRun {
  readonly load: Load
  readonly #args: readonly string[]
  readonly #directory: string
  readonly #history: HistoryFile
  readonly #nodes: readonly Node[]
  readonly #store: Store
  readonly #follower: LogFollower
  readonly #kills: Kill[] = []
  readonly #damage: string[] = []

  static async start(options: RunOptions): Promise<CrashRun> {
    const directory = mkdtempSync(join(tmpdir(), 'topgate-crash-'))
    const { databaseUrl, build = 'sound' } = options
    const args = [
      `--build=${build}`,
      '--port=0',
      '--admin-port=0',
      '--log-level=silent',
      `--data-dir=${join(directory, 'data')}`,
      ...(databaseUrl === undefined ? [] : [`--database-url=${databaseUrl}`]),
    ]
    const count = databaseUrl === undefined ? 1 : 2
    const nodes = Array.from({ length: count }, () => ({ url: '', process: new NodeProcess(args) }))
    try {
      await Promise.all(nodes.map(untilReady))
      const store =
        databaseUrl === undefined
          ? sqliteStore(join(directory, 'data'), options.log)
          : await postgresStore(databaseUrl)
      return new CrashRun(options, args, directory, nodes, store)
    } catch (error) {
      await Promise.all(nodes.map((node) => node.process.kill()))
      rmSync(directory, { recursive: true })
      throw error
    }
  }

  private constructor(
    { seed, twinShare }: RunOptions,
    args: readonly string[],
    directory: string,
    nodes: readonly Node[],
    store: Store,
  ) {
    this.#args = args
    this.#directory = directory
    this.#nodes = nodes
    this.#store = store
    this.#history = new HistoryFile(join(directory, 'history.jsonl'))
    this.load = new Load({
      seed,
      targets: nodes,
      history: this.#history,
      ...(twinShare === undefined ? {} : { twinShare }),
    })
    this.#follower = new LogFollower(store)
    this.#follower.start()
  }

  get kills(): number {
    return this.#kills.length
  }

  /** Brings the fault on and the node back. The database must pass its quick check afterwards. */
  async kill(node: number, fault: Fault): Promise<void> {
    const target = this.#nodes[node]
    if (target === undefined) throw new Error(`no node ${node}`)
    await setTimeout(fault.delay_ms)
    if (fault.kind === 'checkpointing' && this.#nodes.length === 1) await this.#checkpoint()
    if (fault.kind === 'draining') {
      await target.process.terminate()
      await setTimeout(fault.drain_ms)
    }
    let at_ms = await this.#killNow(target)
    if (fault.kind === 'starting') {
      this.#kills.push({ node, at_ms, starved_ms: 0 })
      await target.process.starting()
      await setTimeout(fault.start_ms)
      at_ms = await this.#killNow(target)
    }
    await untilReady(target)
    this.#kills.push({ node, at_ms, starved_ms: target.process.starvedMs() })
    this.#damage.push(...(await this.#store.damage(false)))
    this.#follower.start()
  }

  /** Resolves when the node has given a good answer since it was killed last. */
  recovered(node: number): Promise<void> {
    const last = this.#kills.findLast((kill) => kill.node === node)
    return this.load.answeredSince(node, last?.at_ms ?? 0)
  }

  /** What there is so far. The load must have stopped, and the servers run on. */
  async evidence(): Promise<Evidence> {
    await this.#follower.finish()
    const snapshot = await this.#store.snapshot()
    const evidence = await this.#gathered(snapshot, [], snapshot)
    this.#follower.start()
    return evidence
  }

  /** Sends everything again, stops the servers in good order and looks a last time. */
  async finish(): Promise<Evidence> {
    const before = await this.#store.snapshot()
    const resends = await resendAll(this.#nodes, await this.#history.read(), before)
    await Promise.all(this.#nodes.map((node) => node.process.stop()))
    await this.#follower.finish()
    this.#damage.push(...(await this.#store.damage(true)))
    return this.#gathered(before, resends, await this.#store.snapshot())
  }

  /** Leaves nothing behind, except the history and the data of a run that `keeps` them. */
  async close(keeps = false): Promise<void> {
    await this.#follower.pause().catch(() => {})
    await Promise.all(this.#nodes.map((node) => node.process.kill()))
    await this.load.stop()
    this.load.close()
    await this.#store.close()
    this.#history.close()
    if (keeps) console.log(`history and data: ${this.#directory}`)
    else rmSync(this.#directory, { recursive: true })
  }

  async #gathered(
    before: Evidence['before'],
    resends: Evidence['resends'],
    after: Evidence['after'],
  ): Promise<Evidence> {
    return {
      calls: await this.#history.read(),
      resends,
      before,
      after,
      met: [...this.#follower.met],
      wrongSums: [...this.#follower.wrongSums],
      damage: [...this.#damage],
      kills: [...this.#kills],
    }
  }

  /** Gives the moment of the kill. The next process is already on its way. */
  async #killNow(target: Node): Promise<number> {
    await this.#follower.pause()
    const at_ms = performance.now()
    await target.process.kill()
    target.process = new NodeProcess(this.#args)
    return at_ms
  }

  /** Resolves as soon as a checkpoint writes its first pages into the database file. */
  #checkpoint(): Promise<void> {
    return new Promise((resolve) => {
      const watcher = watch(join(this.#directory, 'data', 'topgate.db'), () => {
        watcher.close()
        resolve()
      })
    })
  }
}

async function untilReady(node: Node): Promise<void> {
  node.url = await node.process.ready()
}
