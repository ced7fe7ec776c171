import type { Journal, JournalEntry } from '@topgate/gateway'
import type { JournalRow } from '@topgate/services'

const ROWS_MAX = 10_000
/** Refusals before or at the signature may come from anybody: a few are kept, the rest counted. */
const UNSIGNED_ROWS_MAX = 50

/** Lines of the journal on their way to the store: bounded, dropped and counted under load. */
export class JournalBuffer implements Journal {
  readonly #log: (entry: JournalEntry) => void
  #rows: JournalRow[] = []
  #unsigned = 0
  #dropped = 0
  #calls = 0

  constructor(log: (entry: JournalEntry) => void) {
    this.#log = log
  }

  record(entry: JournalEntry): void {
    this.#calls += 1
    this.#log(entry)
    if (!entry.authentic) this.#unsigned += 1
    const isSpare = !entry.authentic && this.#unsigned > UNSIGNED_ROWS_MAX
    if (isSpare || this.#rows.length >= ROWS_MAX) {
      this.#dropped += 1
      return
    }
    const { authentic: _authentic, success, ...row } = entry
    this.#rows.push({ ...row, success: success ? 1 : 0 })
  }

  /** The rows since the last time. */
  takeRows(): JournalRow[] {
    const rows = this.#rows
    this.#rows = []
    this.#unsigned = 0
    return rows
  }

  state(): { readonly calls: number; readonly dropped: number } {
    return { calls: this.#calls, dropped: this.#dropped }
  }
}
