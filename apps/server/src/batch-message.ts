import type { ApiContract, Leniency } from '@topgate/contracts'
import {
  type CallerApp,
  createFlatCodec,
  type FlatCodec,
  FlatReader,
  type Outcome,
  type WriteCall,
  type WriteHandler,
} from '@topgate/engine'

/** A batch on its way to the writer thread: the apps once, everything else as one run of values. */
export interface PackedCalls {
  readonly count: number
  readonly apps: readonly CallerApp[]
  readonly values: readonly unknown[]
}

export interface PackedOutcomes {
  readonly count: number
  readonly values: readonly unknown[]
}

/** Packs batches and outcomes for the way between the threads, by the contracts of their APIs. */
export class BatchMessages {
  readonly #requests: ReadonlyMap<string, FlatCodec>
  readonly #responses: ReadonlyMap<string, FlatCodec>

  /** A prepared request has no contract; it crosses as it is. */
  constructor(contracts: readonly ApiContract[], handlers: readonly WriteHandler[]) {
    const prepared = new Set(
      handlers.flatMap(({ method, prepare }) => (prepare === undefined ? [] : [method])),
    )
    const plain = contracts.filter(({ method }) => !prepared.has(method))
    this.#requests = new Map(plain.map((api) => [api.method, createFlatCodec(api.request)]))
    this.#responses = new Map(contracts.map((api) => [api.method, createFlatCodec(api.response)]))
  }

  packCalls(calls: readonly WriteCall[]): PackedCalls {
    const places = new Map<CallerApp, number>()
    const values: unknown[] = []
    for (const call of calls) {
      let place = places.get(call.app)
      if (place === undefined) {
        place = places.size
        places.set(call.app, place)
      }
      const { id, method, user_tag, received_ms, deadline_ms, signature, boundaries } = call
      values.push(id, method, place, user_tag, received_ms, deadline_ms, signature, boundaries)
      values.push(call.forgiven)
      const codec = this.#requests.get(method)
      if (codec === undefined) values.push(call.request)
      else codec.write(call.request as Record<string, unknown>, values)
    }
    return { count: calls.length, apps: [...places.keys()], values }
  }

  unpackCalls({ count, apps, values }: PackedCalls): WriteCall[] {
    const reader = new FlatReader(values)
    return Array.from({ length: count }, () => this.#readCall(reader, apps))
  }

  /** `calls` says in which shape each answer is: its own API's. */
  packOutcomes(outcomes: readonly Outcome[], calls: readonly WriteCall[]): PackedOutcomes {
    const values: unknown[] = []
    outcomes.forEach((outcome, place) => {
      const codec = this.#responses.get(calls[place]?.method ?? '')
      if (outcome.kind !== 'answered' || codec === undefined) {
        values.push(outcome)
      } else {
        values.push(outcome.effect, outcome.forgiven)
        codec.write(outcome.answer as Record<string, unknown>, values)
      }
    })
    return { count: outcomes.length, values }
  }

  unpackOutcomes({ count, values }: PackedOutcomes, calls: readonly WriteCall[]): Outcome[] {
    const reader = new FlatReader(values)
    return Array.from({ length: count }, (_, place) => {
      const first = reader.next()
      const codec = this.#responses.get(calls[place]?.method ?? '')
      if (typeof first !== 'string' || codec === undefined) return first as Outcome
      const effect = first === 'new' ? 'new' : 'none'
      const forgiven = reader.next() as readonly Leniency[] | undefined
      return { kind: 'answered', effect, forgiven, answer: codec.read(reader) }
    })
  }

  #readCall(reader: FlatReader, apps: readonly CallerApp[]): WriteCall {
    const [id, method] = [reader.next() as bigint, reader.next() as string]
    const app = apps[reader.next() as number]
    if (app === undefined) throw new Error('a packed batch without its app')
    return {
      id,
      method,
      app,
      user_tag: reader.next() as string | null,
      received_ms: reader.next() as number,
      deadline_ms: reader.next() as number,
      signature: reader.next() as string,
      boundaries: reader.next() as string,
      forgiven: reader.next() as readonly Leniency[] | undefined,
      request: this.#requests.get(method)?.read(reader) ?? reader.next(),
    }
  }
}
