import type { Journal, JournalEntry } from '@topgate/gateway'
import { EVIDENCE_SLOTS, type EvidenceRow, JOURNAL_SLOTS, type JournalRow } from '@topgate/services'

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
  #evidenceSlot: number
  #rows: JournalRow[] = []
  #evidence: EvidenceRow[] = []
  #unsigned = 0
  #dropped = 0
  #calls = 0

  /** `node` is whose rings they are; `next` are the first places to write to. */
  constructor(
    log: (entry: JournalEntry) => void,
    node: () => number,
    next: { readonly slot: number; readonly evidenceSlot: number },
  ) {
    this.#log = log
    this.#node = node
    this.#slot = next.slot
    this.#evidenceSlot = next.evidenceSlot
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
    const {
      authentic: _,
      app_class: _class,
      headers: _headers,
      evidence,
      success,
      dryRun,
      ...row
    } = entry
    this.#rows.push({
      ...row,
      success: success ? 1 : 0,
      dry_run: dryRun ? 1 : 0,
      node: this.#node(),
      slot: this.#slot,
    })
    this.#slot = (this.#slot + 1) % JOURNAL_SLOTS
    const seen = evidence?.() ?? null
    if (seen !== null) this.#keep(row.id, JSON.stringify(seen))
  }

  /** Only a call whose line is kept: so the work and the size are bounded, too. */
  #keep(id: bigint, evidence: string): void {
    this.#evidence.push({ node: this.#node(), slot: this.#evidenceSlot, id, evidence })
    this.#evidenceSlot = (this.#evidenceSlot + 1) % EVIDENCE_SLOTS
  }

  /** The rows since the last time. */
  takeRows(): { readonly journal: JournalRow[]; readonly evidence: EvidenceRow[] } {
    const taken = { journal: this.#rows, evidence: this.#evidence }
    this.#rows = []
    this.#evidence = []
    this.#unsigned = 0
    return taken
  }

  state(): { readonly calls: number; readonly dropped: number } {
    return { calls: this.#calls, dropped: this.#dropped }
  }
}
