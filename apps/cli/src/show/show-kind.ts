import type { ReadableStore } from '@topgate/server'

/** Where a kind looks, and when. */
export interface ShownStore extends ReadableStore {
  readonly nowMs: number
}

/** A kind of stored thing that `topgate show` can show. One file each, listed in `show-kinds.ts`. */
export interface ShowKind<Report, Options = object> {
  /** The word after `show`. */
  readonly name: string
  readonly summary: string
  readonly description: string
  /** Absent: this kind is asked for without an id, and `find` gets ''. */
  readonly argument?: { readonly name: string; readonly about: string }
  /** As commander takes them, such as `--channel <channel>`. */
  readonly options?: readonly { readonly flags: string; readonly about: string }[]
  /** Whole command lines. */
  readonly examples: readonly string[]
  /** Reads, bounded. What names a person comes out masked. Throws a `UsageError` for a bad option. */
  find(store: ShownStore, id: string, options: Options): Promise<readonly Report[]>
  /** All that was found, for people; never called with nothing. */
  describe(reports: readonly Report[]): string
  /** One or two sentences for the reader who meets nothing: what may be wrong, what to try. */
  absence(id: string, options: Options): string
}

export interface Shown {
  /** A JSON array of the reports. */
  readonly json: string
  readonly text: string
  readonly isFound: boolean
}

/** A kind whose own types are closed over, so that kinds can stand in one list. */
export interface Showable extends Omit<ShowKind<never>, 'find' | 'describe' | 'absence'> {
  look(store: ShownStore, id: string, options: object): Promise<Shown>
}

export function showable<Report, Options = object>(kind: ShowKind<Report, Options>): Showable {
  const { find, describe, absence, ...words } = kind
  return {
    ...words,
    async look(store, id, given) {
      // Commander has read them by the flags of this very kind.
      const options = given as Options
      const reports = await find(store, id, options)
      const isFound = reports.length > 0
      return {
        json: asJson(reports),
        text: isFound ? describe(reports) : absence(id, options),
        isFound,
      }
    },
  }
}

/** 64-bit numbers become text: most readers of JSON would round them. */
function asJson(reports: readonly unknown[]): string {
  return JSON.stringify(reports, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
}
