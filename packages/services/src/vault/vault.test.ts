import {
  bytes,
  insertInto,
  int,
  migrate,
  openVault,
  type SchemaDatabase,
  StartRefusal,
  singleMasterKey,
  text,
} from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { putApps } from '../apps/index.ts'
import { migrations } from '../migrations.ts'
import { retailMiss } from '../retail/tables.ts'
import { membersContext } from '../retail/tag-store.ts'
import { sandboxApps } from '../sandbox/apps.ts'
import { checkKeys } from './check-keys.ts'
import { rewrapRecords } from './rewrap-records.ts'
import { sealedColumns } from './sealed-columns.ts'

const first = new Uint8Array(32).fill(7)
const second = new Uint8Array(32).fill(9)
const { lookupKey } = singleMasterKey(first)

const ring = (sealVersion: number, ...keys: [number, Uint8Array][]) =>
  openVault({ masterKey: { sealVersion, keys: new Map(keys), lookupKey } })
const old = openVault({ masterKey: first })
const both = ring(2, [1, first], [2, second])
const newest = ring(2, [2, second])

const MISSES = 450

/** Enough rows for several batches, sealed with the first key. */
async function filled(db: SchemaDatabase) {
  await migrate(db, migrations, () => 1)
  await checkKeys(db, old)
  await db.transaction(async (tx) => {
    await putApps(tx, old, sandboxApps)
    const ids = Array.from({ length: MISSES }, (_, n) => BigInt(n + 1))
    await tx.write(insertInto(retailMiss), ids.map(missRow))
  })
}

function missRow(id: bigint) {
  return {
    id,
    app_key: 'a',
    biz_code: 'b',
    tag_code: 't',
    outcome: 'o',
    isv_user_tag: null,
    members: id % 10n === 0n ? null : old.seal(membersContext(id), `m${id}`),
    event_ms: null,
    flags: '',
    signature: String(id),
    boundaries: '',
    received_ms: 1,
    processed_ms: 1,
  }
}

async function versions(db: SchemaDatabase): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const { table, column } of sealedColumns) {
    const rows = await db.all(
      `SELECT "${column}" AS sealed FROM "${table}" WHERE length("${column}") > 0`,
      [],
      { sealed: bytes },
    )
    for (const { sealed } of rows) {
      const version = Buffer.from(sealed).readUInt16BE(1)
      found.set(`v${version}`, (found.get(`v${version}`) ?? 0) + 1)
    }
  }
  return found
}

const secrets =
  sandboxApps.length + sandboxApps.filter((app) => app.previous_secret !== null).length
const records = (MISSES * 9) / 10 + secrets

eachDatabase('sealing records anew', (open) => {
  it('leaves nothing behind, keeps every text, and says which key is superfluous', async () => {
    const db = await open()
    await filled(db)
    expect(await versions(db)).toEqual(new Map([['v1', records]]))
    const told: string[] = []
    const result = await rewrapRecords(db, both, ({ table, resealed }) =>
      told.push(`${table} ${resealed}`),
    )
    expect(result).toEqual({ sealVersion: 2, resealed: records, retired: [1] })
    expect(told).toContain(`retail_miss ${(MISSES * 9) / 10}`)
    expect(await versions(db)).toEqual(new Map([['v2', records]]))
    const rows = await db.all('SELECT id, members FROM retail_miss WHERE members IS NOT NULL', [], {
      id: retailMiss.columns.id,
      members: bytes,
    })
    expect(
      rows.every(({ id, members }) => newest.open(membersContext(id), members) === `m${id}`),
    ).toBe(true)
    await expect(checkKeys(db, newest)).resolves.toBeUndefined()
  })

  it('does nothing the second time, and can go back', async () => {
    const db = await open()
    await filled(db)
    await rewrapRecords(db, both, () => {})
    expect(await rewrapRecords(db, both, () => {})).toMatchObject({ resealed: 0, retired: [1] })
    const back = await rewrapRecords(db, ring(1, [1, first], [2, second]), () => {})
    expect(back).toMatchObject({ sealVersion: 1, resealed: records, retired: [2] })
    await expect(checkKeys(db, old)).resolves.toBeUndefined()
  })

  it('does not put back what was replaced while it ran', async () => {
    const db = await open()
    await filled(db)
    const [app] = sandboxApps
    if (app === undefined) throw new Error('no app')
    const rotated = { ...app, secret: 'rotated while the records were sealed anew' }
    let isRotated = false
    await rewrapRecords(
      {
        ...port(db),
        // Between the reading of a batch and its writing, as another node would.
        changeSchema: (work) =>
          db.changeSchema((tx) =>
            work({
              ...transaction(tx),
              async all(sql, params, columns) {
                const rows = await tx.all(sql, params, columns)
                if (!isRotated && sql.includes('"secret" AS sealed')) {
                  isRotated = true
                  await putApps(tx, both, [rotated])
                }
                return rows
              },
            }),
          ),
      },
      both,
      () => {},
    )
    const [row] = await db.all('SELECT secret FROM app WHERE app_key = ?', [app.app_key], {
      secret: bytes,
    })
    expect(newest.open(`app.secret:${app.app_key}`, row?.secret ?? new Uint8Array())).toBe(
      rotated.secret,
    )
  })
})

/** The methods of an object with private state, each bound to it. */
function port(db: SchemaDatabase): SchemaDatabase {
  return {
    dialect: db.dialect,
    transaction: (work) => db.transaction(work),
    changeSchema: (work) => db.changeSchema(work),
    read: (lookup, keys) => db.read(lookup, keys),
    all: (sql, params, columns) => db.all(sql, params, columns),
    follow: (table, cursor, limit) => db.follow(table, cursor, limit),
    close: () => db.close(),
  }
}

type SchemaTransaction = Parameters<Parameters<SchemaDatabase['changeSchema']>[0]>[0]

function transaction(tx: SchemaTransaction): SchemaTransaction {
  return {
    read: (lookup, keys) => tx.read(lookup, keys),
    write: (write, rows) => tx.write(write, rows),
    lock: (keys) => tx.lock(keys),
    execute: (sql) => tx.execute(sql),
    all: (sql, params, columns) => tx.all(sql, params, columns),
  }
}

eachDatabase('the master keys of a database', (open) => {
  it('are refused when the lookup key is another: nobody would be found again', async () => {
    const db = await open()
    await filled(db)
    const foreign = openVault({ masterKey: second })
    await expect(checkKeys(db, foreign)).rejects.toThrow('--master-key-file')
    await expect(checkKeys(db, foreign)).rejects.toThrow(StartRefusal)
  })

  it('are refused without one that records still need, with the command that helps', async () => {
    const db = await open()
    await filled(db)
    await expect(checkKeys(db, newest)).rejects.toThrow('version 1')
    await expect(checkKeys(db, newest)).rejects.toThrow('topgate db rewrap')
    const wrong = ring(2, [1, new Uint8Array(32).fill(1)], [2, second])
    await expect(checkKeys(db, wrong)).rejects.toThrow('version 1')
  })

  it('are noted when they begin to seal', async () => {
    const db = await open()
    await filled(db)
    await checkKeys(db, both)
    await checkKeys(db, both)
    expect(
      await db.all('SELECT version, state FROM vault_key ORDER BY version', [], {
        version: int,
        state: text,
      }),
    ).toEqual([
      { version: 0, state: 'IN_USE' },
      { version: 1, state: 'IN_USE' },
      { version: 2, state: 'IN_USE' },
    ])
  })
})

it('knows every column of bytes that a service keeps sealed', () => {
  const unsealed = ['charity_action.content_hash', 'vault_key.sample']
  const declared = migrations
    .flatMap(({ statements }) => statements)
    .flatMap((statement) => {
      const table = /^(?:CREATE TABLE|ALTER TABLE) (\w+)/.exec(statement)?.[1] ?? ''
      const columns = statement.matchAll(/"?(\w+)"? \{bytes\}/g)
      return Array.from(columns, ([, column]) => `${table}.${column}`)
    })
  const known = sealedColumns.map(({ table, column }) => `${table}.${column}`)
  expect(declared.filter((name) => !unsealed.includes(name)).toSorted()).toEqual(known.toSorted())
})
