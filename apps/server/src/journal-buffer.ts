import type { Journal, JournalEntry } from '@topgate/gateway'
import { JOURNAL_SLOTS, type JournalRow } from '@topgate/services'

/** Of one save, which comes every quarter of a second: more calls than this are load. */
const ROWS_MAX = 256
/** Under load the lines of failures are worth more: the last places are kept for them. */
const SUCCESS_ROWS_MAX = 192
/** Refusals before or at the signature may come from anybody: a few are kept, the rest counted. */
const UNSIGNED_ROWS_MAX = 50

/** Lines of the journal on their way to the store: bounded, dropped and counted under load. */
export class JournalBuffer implements Journal {
  readonly #log: (entry: JournalEntry) => void
  readonly #node: () => number
  #slot: number
  #rows: JournalRow[] = []
  #unsigned = 0
  #dropped = 0
  #calls = 0

  /** `slot` is the first place of the ring to write to; `node` is whose ring it is. */
  constructor(log: (entry: JournalEntry) => void, node: () => number, slot: number) {
    this.#log = log
    this.#node = node
    this.#slot = slot
  }

  record(entry: JournalEntry): void {
    this.#calls += 1
    this.#log(entry)
    if (!entry.authentic) this.#unsigned += 1
    const isSpare = !entry.authentic && this.#unsigned > UNSIGNED_ROWS_MAX
    const rowsMax = entry.success ? SUCCESS_ROWS_MAX : ROWS_MAX
    if (isSpare || this.#rows.length >= rowsMax) {
      this.#dropped += 1
      return
    }
    const { authentic: _authentic, success, ...row } = entry
    this.#rows.push({ ...row, success: success ? 1 : 0, node: this.#node(), slot: this.#slot })
    this.#slot = (this.#slot + 1) % JOURNAL_SLOTS
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
