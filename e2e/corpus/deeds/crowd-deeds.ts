import { Agent, get } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { CaseRun } from '../case-run.ts'
import type { Deeds } from './deed.ts'

/** reliability.md section 7. */
const CONNECTIONS_MAX = 2_048
const CALLS = 200
/** A machine that does something else at the same time may take so long for a call. */
const P99_MS_FLOOR = 1_000

/** Many clients at once. */
export const crowdDeeds: Deeds = {
  'client.connections': async (run, op) => {
    await run.scene.beforeSend()
    const startedMs = performance.now()
    const established = new EstablishedClient(run)
    const aloneMs = await established.p99Ms()
    const crowd = new Crowd(run, op.number('count'))
    await crowd.settled()
    const crowdedMs = await established.p99Ms()
    const { closed } = crowd
    crowd.leave()
    established.leave()
    const isServed = crowdedMs < Math.max(2 * aloneMs, P99_MS_FLOOR)
    run.note({ answers: [], closed: closed > 0 && isServed }, startedMs)
  },
}

/** Connections on which nothing is sent. */
class Crowd {
  readonly #sockets: Socket[]
  readonly #settled = Promise.withResolvers<void>()
  closed = 0

  constructor({ scene: { stage, peer } }: CaseRun, count: number) {
    const { hostname, port } = new URL(stage.url)
    // One is held by the established client.
    const surplus = count + 1 - CONNECTIONS_MAX
    this.#sockets = Array.from({ length: count }, () => {
      const socket = connect({ host: hostname, port: Number(port), localAddress: peer })
      return socket
        .on('error', () => {})
        .on('close', () => {
          this.closed += 1
          if (this.closed === surplus) this.#settled.resolve()
        })
        .resume()
    })
  }

  /** Resolves when all above the cap were closed. */
  settled(): Promise<void> {
    return this.#settled.promise
  }

  leave(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
}

/** A client that was there before, and calls again and again over one connection. */
class EstablishedClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #options: object

  constructor({ scene: { stage, peer } }: CaseRun) {
    const { hostname, port } = new URL(stage.url)
    this.#options = { hostname, port, path: '/healthz', localAddress: peer, agent: this.#agent }
  }

  async p99Ms(): Promise<number> {
    const times: number[] = []
    for (let call = 0; call < CALLS; call += 1) {
      const startedMs = performance.now()
      await this.#call()
      times.push(performance.now() - startedMs)
    }
    return times.sort((a, b) => a - b)[Math.floor(CALLS * 0.99)] ?? Number.POSITIVE_INFINITY
  }

  leave(): void {
    this.#agent.destroy()
  }

  #call(): Promise<void> {
    return new Promise((resolve, reject) => {
      get(this.#options, (response) => response.resume().on('end', resolve)).on('error', reject)
    })
  }
}
