import type { Bilingual } from '@topgate/contracts'
import type { Report } from '@topgate/web'
import type { ReadableStore } from '../../read-store.ts'
import type { Folder } from './address.ts'

/** What the pages read from. */
export interface ConsoleStore extends ReadableStore {
  readonly mode: 'sandbox' | 'production'
  /** Where partners send their calls. */
  readonly routerUrl: string
  nowMs(): number
}

/** Where one thing is shown: the last part of its address. Never a person's identifier. */
export interface Found {
  readonly ref: string
  readonly label: string
}

/** A kind of thing whose state operators can look at. */
export interface Kind {
  readonly folder: Folder
  readonly name: Bilingual
  /** What its ids look like, for whoever found nothing. */
  readonly form: Bilingual
  readonly example: string
  /** The things that have the id that somebody typed. */
  find(store: ConsoleStore, typed: string): Promise<readonly Found[]>
  /** Undefined when there is no such thing. Whatever is personal is masked. */
  report(store: ConsoleStore, ref: string): Promise<Report | undefined>
  /** What `report` hides, for who states a reason. */
  readonly sealed?: {
    readonly about: Bilingual
    reveal(store: ConsoleStore, ref: string, reason: string): Promise<Report | undefined>
  }
}
