import type { Apis } from './apis'
import { TopClient as Client, type ClientOptions } from './core'

export * from './apis'
export * from './core'

/** The client of the APIs in `Apis`. Safe to share: it keeps connections, and nothing else. */
export declare class TopClient extends Client<Apis> {
  /** Throws a `TypeError` or `RangeError` that names a wrong option. */
  constructor(options: ClientOptions)
}
