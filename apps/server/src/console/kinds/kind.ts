import type { Bilingual } from '@topgate/contracts'
import type { Report } from '@topgate/web'
import type { ReadableStore } from '../../read-store.ts'
import type { Folder } from './address.ts'

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
  find(store: ReadableStore, typed: string): Promise<readonly Found[]>
  /** Undefined when there is no such thing. Whatever is personal is masked. */
  report(store: ReadableStore, ref: string): Promise<Report | undefined>
  /** The same with what `report` hides; shown to who states a reason. */
  readonly reveal?: (store: ReadableStore, ref: string) => Promise<Report | undefined>
}
