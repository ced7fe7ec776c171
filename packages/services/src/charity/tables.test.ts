import { migrate } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import {
  addCaps,
  addTotals,
  capsByAccount,
  charityMigration,
  keyTablesMigration,
  totalsByAccount,
} from './tables.ts'

eachDatabase('totals and caps', (open) => {
  it('are what they were when their tables are kept by key, and go on adding up', async () => {
    const db = await open()
    const total = { account: 'u:1', year: 2022, type: 'T', activity_id: 12345n, minutes: 6 }
    const cap = { account: 'u:1', sub_code: 'S', period: '2022', minutes: 6 }
    const add = () =>
      db.transaction(async (tx) => {
        await tx.write(addTotals, [total])
        await tx.write(addCaps, [cap])
      })
    await migrate(db, [charityMigration], () => 0)
    await add()
    await migrate(db, [charityMigration, keyTablesMigration], () => 0)
    await add()
    const keys = [{ account: 'u:1' }]
    expect(await db.read(totalsByAccount, keys)).toEqual([{ ...total, minutes: 12 }])
    expect(await db.read(capsByAccount, keys)).toEqual([{ ...cap, minutes: 12 }])
  })
})
