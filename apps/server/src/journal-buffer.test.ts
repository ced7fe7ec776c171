import type { JournalEntry } from '@topgate/gateway'
import { JOURNAL_SLOTS } from '@topgate/services'
import { expect, it } from 'vitest'
import { JournalBuffer } from './journal-buffer.ts'
import { journalEntry } from './testing/journal-entry.ts'

function buffer(slot = 0) {
  const logged: JournalEntry[] = []
  const journal = new JournalBuffer(
    (line) => logged.push(line),
    () => 7,
    { slot, evidenceSlot: 0 },
  )
  const record = (count: number, changes: Partial<JournalEntry> = {}) => {
    for (let call = 0; call < count; call += 1) journal.record(journalEntry(changes))
  }
  return { journal, logged, record }
}

it('hands rows out once, in order, each with its place in the ring of the node', () => {
  const { journal, record } = buffer(JOURNAL_SLOTS - 1)
  record(1, { id: 5n })
  record(1, { id: 6n, success: false })
  const {
    authentic: _,
    evidence: __,
    success: ___,
    dryRun: ____,
    app_class: _____,
    headers: ______,
    ...rest
  } = journalEntry()
  const common = { ...rest, dry_run: 0 }
  expect(journal.takeRows().journal).toEqual([
    { ...common, id: 5n, success: 1, node: 7, slot: JOURNAL_SLOTS - 1 },
    { ...common, id: 6n, success: 0, node: 7, slot: 0 },
  ])
  expect(journal.takeRows().journal).toEqual([])
})

it('keeps 192 successes of one save, and 64 failures more; what is over is dropped and counted', () => {
  const { journal, record } = buffer()
  record(192)
  expect(journal.state()).toEqual({ calls: 192, dropped: 0 })
  record(1)
  expect(journal.state()).toEqual({ calls: 193, dropped: 1 })
  record(64, { success: false })
  expect(journal.state()).toEqual({ calls: 257, dropped: 1 })
  record(1, { success: false })
  expect(journal.state()).toEqual({ calls: 258, dropped: 2 })
  expect(journal.takeRows().journal).toHaveLength(256)
  record(1)
  expect(journal.takeRows().journal).toMatchObject([{ slot: 256 }])
})

it('keeps 50 rows of calls that anybody could have sent, and all that an app signed', () => {
  const { journal, record } = buffer()
  record(51, { authentic: false })
  record(100)
  expect(journal.state()).toEqual({ calls: 151, dropped: 1 })
  expect(journal.takeRows().journal).toHaveLength(150)
  record(50, { authentic: false })
  expect(journal.takeRows().journal).toHaveLength(50)
})

it('logs every call, also those whose row is dropped', () => {
  const { logged, record } = buffer()
  record(60, { authentic: false })
  expect(logged).toHaveLength(60)
})

it('makes the evidence of calls whose line is kept, and of no other', () => {
  const { journal, record } = buffer()
  let made = 0
  const evidence = () => {
    made += 1
    return {
      verb: 'POST',
      content_type: '',
      parameters: null,
      refusal: null,
      argument: null,
      sub_msg: '',
      mistake: null,
    }
  }
  record(1_000, { id: 9n, success: false, authentic: false, evidence })
  expect(made).toBe(50)
  const { evidence: rows } = journal.takeRows()
  expect(rows).toHaveLength(50)
  expect(rows[49]).toEqual({ node: 7, slot: 49, id: 9n, evidence: JSON.stringify(evidence()) })
  expect(journal.takeRows().evidence).toEqual([])
})
