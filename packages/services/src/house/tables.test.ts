import { migrate } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { findStats } from './find-stats.ts'
import { houseDaysMigration, houseMigration } from './tables.ts'

eachDatabase('statistics stored before their keys changed', (open) => {
  it('are there afterwards, with all versions', async () => {
    const db = await open()
    await migrate(db, [houseMigration], () => 0)
    const key = `'HOUSE_A', 1, 2, '3/64', '2022-04-02'`
    await db.changeSchema(async (tx) => {
      await tx.execute(`INSERT INTO house_stat_head VALUES (${key}, 2, 7)`)
      for (const version of [1, 2]) {
        await tx.execute(
          `INSERT INTO house_stat_version
          VALUES (${key}, ${version}, ${5 + version}, 9, 1, '{"aliUv":${version}}', '')`,
        )
      }
    })
    await migrate(db, [houseMigration, houseDaysMigration], () => 0)
    expect(await findStats(db, { subject: '3/64' })).toMatchObject([
      {
        partner: 'HOUSE_A',
        business_type: 2n,
        day: '2022-04-02',
        measures: [{ name: 'aliUv', value: '2' }],
        versions: [
          { version: 2, update_ms: 7 },
          { version: 1, update_ms: 6 },
        ],
        stale_count: 0,
      },
    ])
  })
})
