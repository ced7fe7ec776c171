import { migrate, type SchemaDatabase } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { evidenceMigration } from './evidence.ts'
import { type JournalRow, saveNotes } from './journal.ts'
import { type CallFilter, countOutcomes, findCall, findRecentCalls } from './recent-calls.ts'
import { journalIndexMigration, platformMigration } from './tables.ts'

const MINUTE_MS = 60_000
const nowMs = Date.UTC(2026, 0, 1)

/** A call of `minutes` ago; higher ids are newer. */
function line(id: number, more: Partial<JournalRow> & { minutes?: number } = {}): JournalRow {
  const { minutes = 0, ...rest } = more
  return {
    node: 0,
    slot: id,
    id: BigInt(id),
    app_key: '10000001',
    method: 'taobao.time.get',
    received_ms: nowMs - minutes * MINUTE_MS,
    duration_us: 1_500,
    bytes_in: 10,
    bytes_out: 20,
    code: 0,
    sub_code: '',
    success: 1,
    dry_run: 0,
    ...rest,
  }
}

async function journalOf(db: SchemaDatabase, lines: readonly JournalRow[]): Promise<void> {
  await migrate(db, [platformMigration, journalIndexMigration, evidenceMigration], () => nowMs)
  await db.transaction((tx) => saveNotes(tx, { journal: lines, dailyUse: [] }))
}

const idsOf = (calls: readonly JournalRow[]) => calls.map(({ id }) => Number(id))

eachDatabase('the last calls', (open) => {
  it('come newest first, from all nodes', async () => {
    const db = await open()
    await journalOf(db, [line(1), line(3, { node: 1, slot: 0 }), line(2)])
    expect(idsOf((await findRecentCalls(db, {}, 10)).calls)).toEqual([3, 2, 1])
    expect(idsOf((await findRecentCalls(db, {}, 2)).calls)).toEqual([3, 2])
  })

  it.each<[CallFilter, number[]]>([
    [{ app_key: '10000002' }, [2]],
    [{ method: 'b' }, [4, 3]],
    [{ failed: true }, [4]],
    [{ failed: false }, [4, 3, 2, 1]],
    [{ method: 'b', failed: true }, [4]],
    [{ app_key: '10000002', failed: true }, []],
  ])('can be narrowed by %j', async (filter, ids) => {
    const db = await open()
    const refused = { method: 'b', success: 0, code: 50, sub_code: 'isv.invalid-parameter' }
    await journalOf(db, [
      line(1),
      line(2, { app_key: '10000002' }),
      line(3, { method: 'b' }),
      line(4, refused),
    ])
    expect(idsOf((await findRecentCalls(db, filter, 10)).calls)).toEqual(ids)
  })

  it('are looked for among the newest lines only, and the page says from when', async () => {
    const db = await open()
    const lines = [line(1, { method: 'b', minutes: 3 }), line(2, { minutes: 2 }), line(3)]
    await journalOf(db, lines)
    expect(await findRecentCalls(db, { method: 'b' }, 10, 2)).toEqual({
      calls: [],
      searched_from_ms: nowMs - 3 * MINUTE_MS,
    })
    expect(await findRecentCalls(db, { method: 'b' }, 10, 3)).toMatchObject({
      calls: [lines[0]],
      searched_from_ms: null,
    })
  })

  it('can be found by their id', async () => {
    const db = await open()
    await journalOf(db, [line(7)])
    expect(await findCall(db, 7n)).toEqual(line(7))
    expect(await findCall(db, 8n)).toBeUndefined()
  })
})

eachDatabase('the outcomes of an API', (open) => {
  const windows = [MINUTE_MS, 5 * MINUTE_MS]

  it('are counted per window by how the calls ended, most frequent first', async () => {
    const db = await open()
    const closed = { success: 0, sub_code: 'SESSION_CLOSED' }
    await journalOf(db, [
      line(1, { minutes: 5 }),
      line(2, { minutes: 4, ...closed }),
      line(3, { minutes: 1 }),
      line(4),
      line(5, { success: 0, code: 25, sub_code: 'isv.invalid-signature' }),
      line(6, { ...closed, method: 'other' }),
    ])
    expect(await countOutcomes(db, 'taobao.time.get', windows, nowMs)).toEqual({
      outcomes: [
        { code: 0, sub_code: '', success: true, counts: [1, 2] },
        { code: 0, sub_code: 'SESSION_CLOSED', success: false, counts: [0, 1] },
        { code: 25, sub_code: 'isv.invalid-signature', success: false, counts: [1, 1] },
      ],
      counted_from_ms: null,
    })
  })

  it('say so when the window is longer than what was read', async () => {
    const db = await open()
    await journalOf(db, [line(1, { minutes: 3 }), line(2, { minutes: 2 }), line(3)])
    const counted = await countOutcomes(db, 'taobao.time.get', windows, nowMs, 2)
    expect(counted.outcomes).toEqual([{ code: 0, sub_code: '', success: true, counts: [1, 2] }])
    expect(counted.counted_from_ms).toBe(nowMs - 3 * MINUTE_MS)
  })
})
