import { type Database, migrate } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import {
  type ActionRow,
  accountIndexMigration,
  addCaps,
  capsByAccount,
  charityMigration,
  insertActions,
  keyTablesMigration,
  summedTotalsMigration,
  totalsByAccount,
} from './tables.ts'

const before = [charityMigration, accountIndexMigration]

eachDatabase('caps', (open) => {
  it('are what they were when their table is kept by key, and go on adding up', async () => {
    const db = await open()
    const cap = { account: 'u:1', sub_code: 'S', period: '2022', minutes: 6 }
    const add = () => db.transaction((tx) => tx.write(addCaps, [cap]))
    await migrate(db, before, () => 0)
    await add()
    await migrate(db, [...before, keyTablesMigration], () => 0)
    await add()
    expect(await db.read(capsByAccount, [{ account: 'u:1' }])).toEqual([{ ...cap, minutes: 12 }])
  })
})

eachDatabase('totals', (open) => {
  const line = (id: bigint, changes: Partial<ActionRow>): ActionRow => ({
    id,
    channel: 'CH_A',
    event_id: String(id),
    kind: 'ACTION',
    content_hash: new Uint8Array(1),
    account: 'u:1',
    activity_id: 12345n,
    sub_code: 'S',
    type: 'T',
    year: 2022,
    happened_ms: 0,
    received_ms: 0,
    app_key: '1',
    minutes: 6,
    status: 'AWARDED',
    cap: '',
    flags: '',
    sealed: new Uint8Array(1),
    ...changes,
  })
  const leaf = { account: 'u:1', year: 2022, type: 'T', activity_id: 12345n }
  const insert = (db: Database, rows: readonly ActionRow[]) =>
    db.transaction((tx) => tx.write(insertActions, rows))
  const totals = (db: Database, account: string) => db.read(totalsByAccount, [{ account }])

  it('are sums of lines, one for each year, type and activity', async () => {
    const db = await open()
    await migrate(db, [...before, keyTablesMigration, summedTotalsMigration], () => 0)
    await insert(db, [
      line(1n, {}),
      line(2n, { minutes: 0 }),
      line(3n, { minutes: 9 }),
      line(4n, { year: 2023 }),
      line(5n, { account: 'u:2' }),
    ])
    expect(await totals(db, 'u:1')).toEqual(
      expect.arrayContaining([
        { ...leaf, minutes: 15 },
        { ...leaf, year: 2023, minutes: 6 },
      ]),
    )
    expect(await totals(db, 'u:1')).toHaveLength(2)
    expect(await totals(db, 'u:3')).toEqual([])
  })

  it('say what the lines say that were stored before they were summed', async () => {
    const db = await open()
    await migrate(db, [...before, keyTablesMigration], () => 0)
    await insert(db, [line(1n, {}), line(2n, {})])
    await migrate(db, [...before, keyTablesMigration, summedTotalsMigration], () => 0)
    expect(await totals(db, 'u:1')).toEqual([{ ...leaf, minutes: 12 }])
  })
})
