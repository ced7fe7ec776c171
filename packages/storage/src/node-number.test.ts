import pg from 'pg'
import { afterEach, expect, it, vi } from 'vitest'
import { acquireNodeNumber, type NodeNumber } from './node-number.ts'
import { postgresUrls } from './testing.ts'

const urlOf = postgresUrls()
let held: NodeNumber[] = []
afterEach(async () => {
  await Promise.all(held.map((node) => node.release()))
  held = []
})

async function acquire(): Promise<NodeNumber> {
  const node = await acquireNodeNumber(await urlOf('nodes'))
  held.push(node)
  return node
}

it('gives each node another number, and the first free one', async () => {
  const nodes = await Promise.all([acquire(), acquire(), acquire()])
  expect(nodes.map(({ number }) => number).sort()).toEqual([0, 1, 2])
  await nodes.find(({ number }) => number === 1)?.release()
  expect((await acquire()).number).toBe(1)
  expect((await acquire()).number).toBe(3)
})

it('takes no other number on the way', async () => {
  await acquire()
  const client = new pg.Client({ connectionString: await urlOf('nodes') })
  await client.connect()
  const { rows } = await client.query(
    `SELECT objid FROM pg_locks WHERE locktype = 'advisory'
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  await client.end()
  expect(rows).toEqual([{ objid: 0 }])
})

it('tells that the number is lost when its connection ends, and then it is free', async () => {
  const { number, lost } = await acquire()
  const client = new pg.Client({ connectionString: await urlOf('nodes') })
  await client.connect()
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'topgate' AND datname = current_database()`,
  )
  await client.end()
  await lost
  expect((await acquire()).number).toBe(number)
})

it('is not lost by a release', async () => {
  const { lost, release } = await acquire()
  const onLost = vi.fn()
  const watched = lost.then(onLost)
  await release()
  await Promise.race([watched, Promise.resolve()])
  expect(onLost).not.toHaveBeenCalled()
})

it('is unavailable when the database cannot be reached', async () => {
  const nowhere = acquireNodeNumber('postgres://topgate@127.0.0.1:1/none')
  await expect(nowhere).rejects.toMatchObject({ kind: 'unavailable' })
})
