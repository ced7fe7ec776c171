import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@topgate/storage'
import { expect, it } from 'vitest'
import { CheckpointClient } from './checkpoint-client.ts'

const failing = new URL('data:text/javascript,throw new Error("SQLITE_IOERR_FSYNC")')

it('moves what is left before it ends', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'topgate-checkpoint-'))
  const path = join(directory, 'topgate.db')
  const db = openSqlite({ path, checkpointThread: true })
  await db.changeSchema((tx) => tx.execute('CREATE TABLE note (id INTEGER PRIMARY KEY)'))
  const fatal: string[] = []
  const module = new URL('./checkpoint-thread.ts', import.meta.url)
  const client = new CheckpointClient(module, path, (message) => fatal.push(message))
  await client.close()
  expect(statSync(path).size).toBeGreaterThan(4096)
  expect(fatal).toEqual([])
  await db.close()
  rmSync(directory, { recursive: true })
})

it('ends the node when the thread dies, and does not wait for the dead', async () => {
  const died = Promise.withResolvers<string>()
  const client = new CheckpointClient(failing, '', died.resolve)
  expect(await died.promise).toContain('SQLITE_IOERR_FSYNC')
  await client.close()
  await client.close()
})
