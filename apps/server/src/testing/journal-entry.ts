import type { JournalEntry } from '@topgate/gateway'

/** The line of a call that succeeded. */
export function journalEntry(changes: Partial<JournalEntry> = {}): JournalEntry {
  return {
    id: 1n,
    app_key: '1',
    method: 'a.b',
    received_ms: 1,
    duration_us: 1_500,
    bytes_in: 10,
    bytes_out: 20,
    code: 0,
    sub_code: '',
    success: true,
    authentic: true,
    dryRun: false,
    app_class: 'strict',
    headers: {},
    evidence: undefined,
    ...changes,
  }
}
