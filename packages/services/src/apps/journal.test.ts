import { int, migrate } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { findDailyUse, saveNotes } from './journal.ts'
import { flowMigration, ownerMigration, platformMigration } from './tables.ts'

const DAY = 20_000
const ROUNDS = 5
const names = Array.from({ length: 500 }, (_, at) => `app ${at}`)
const migrations = [platformMigration, ownerMigration, flowMigration]

function notesOf(apps: readonly string[]) {
  return {
    journal: [],
    dailyUse: apps.map((app_key) => ({ app_key, day: DAY, calls: 1 })),
    secretUse: apps.map((app_key) => ({
      app_key,
      until_ms: 0,
      old_calls: 1,
      new_calls: 0,
      last_old_ms: 0,
    })),
  }
}

eachDatabase('the counts of nodes', (open, dialect) => {
  it('add up, in whatever order each node met the apps', async () => {
    // SQLite has one node, which saves one after the other.
    const nodes =
      dialect === 'sqlite' ? [await open()] : [await open('shared'), await open('shared')]
    const [db] = nodes
    if (db === undefined) throw new Error('no node')
    await migrate(db, migrations, () => 0)
    const orders = [names, names.toReversed()]
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all(
        nodes.map((node, at) =>
          node.transaction((tx) => saveNotes(tx, notesOf(orders[at] ?? names))),
        ),
      )
    }
    const saves = ROUNDS * nodes.length
    const uses = await findDailyUse(db, DAY)
    expect(uses.map(({ calls }) => calls)).toEqual(names.map(() => saves))
    const sum = 'SELECT CAST(sum(old_calls) AS BIGINT) AS calls FROM app_secret_use'
    expect(await db.all(sum, [], { calls: int })).toEqual([{ calls: names.length * saves }])
  })
})
