import type { Overrides } from '@topgate/server'

/** What the composition root gives the gateway. */
type Ports = Parameters<NonNullable<Overrides['adaptPorts']>>[0]
type Handler = ReturnType<Ports['handlers']['get']>
type Found<D extends { find(key: string): unknown }> = NonNullable<Awaited<ReturnType<D['find']>>>
export type App = Found<Ports['apps']>
export type Session = Found<Ports['sessions']>

/** What a case changes inside the server. Each has no effect until an op puts another in place. */
export interface Changes {
  /** An app as the gateway is to see it; undefined when it is to be unknown. */
  app(app: App): App | undefined
  session(session: Session): Session | undefined
  /** Where a call comes from, by the address of its socket. */
  peer(address: string): string
  /** Serves a call in place of its handler. */
  run: (handler: Handler, ...call: Parameters<Handler['run']>) => ReturnType<Handler['run']>
  /** Whether a call goes on under load. */
  admits: (load: Ports['load'], ...call: Parameters<Ports['load']['admits']>) => boolean
  take: (quotas: Ports['quotas'], ...call: Parameters<Ports['quotas']['take']>) => Limited
}
type Limited = ReturnType<Ports['quotas']['take']>

const nothingChanged: Changes = {
  app: (app) => app,
  session: (session) => session,
  peer: (address) => address,
  run: (handler, call) => handler.run(call),
  // What the machine does beside the test is no load of a case.
  admits: () => true,
  take: (quotas, ...call) => quotas.take(...call),
}

/** Hands inside a running server: ops put their changes here, and each case begins without any. */
export class Levers {
  readonly now: Changes = { ...nothingChanged }
  #reportsExpected = new Set<string>()
  #reportsExpectedBefore = new Set<string>()

  /** A new case: nothing is changed any more. What the last one broke may still be told. */
  begin(): void {
    this.reset()
    this.#reportsExpectedBefore = this.#reportsExpected
    this.#reportsExpected = new Set()
  }

  reset(): void {
    Object.assign(this.now, nothingChanged)
  }

  /** The operators are to be told of this, because an op breaks something. */
  expectReport(message: string): void {
    this.#reportsExpected.add(message)
  }

  isExpected(message: string): boolean {
    return this.#reportsExpected.has(message) || this.#reportsExpectedBefore.has(message)
  }

  /** The places where the composition root lets them in. */
  overrides(): Overrides {
    return {
      peerOf: (address) => this.now.peer(address),
      adaptPorts: (ports) => ({
        ...ports,
        apps: finding(ports.apps, (app) => this.now.app(app)),
        sessions: finding(ports.sessions, (session) => this.now.session(session)),
        quotas: {
          take: (...call) => this.now.take(ports.quotas, ...call),
          takeOfUser: (...call) => ports.quotas.takeOfUser(...call),
        },
        load: {
          level: ports.load.level,
          isClosed: ports.load.isClosed,
          admits: (...call) => this.now.admits(ports.load, ...call),
        },
        handlers: { get: (method) => this.#handler(ports.handlers.get(method)) },
        nowMs: () => ports.nowMs(),
        elapsedMs: () => ports.elapsedMs(),
        nextId: () => ports.nextId(),
        onDefect: (...told) => ports.onDefect(...told),
      }),
    }
  }

  #handler(handler: Handler): Handler {
    return { ...handler, run: (call) => this.now.run(handler, call) }
  }
}

function finding<T>(
  directory: { find(key: string): Promise<T | undefined> },
  change: (found: T) => T | undefined,
): { find(key: string): Promise<T | undefined> } {
  return {
    async find(key) {
      const found = await directory.find(key)
      return found === undefined ? undefined : change(found)
    },
  }
}
