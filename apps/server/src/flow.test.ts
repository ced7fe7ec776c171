import { type Database, StorageFault } from '@topgate/storage'
import { expect, it } from 'vitest'
import { Flow } from './flow.ts'

/** Over a store without rows, which fails as the world says. */
async function testFlow() {
  const world = { elapsedMs: 0, error: undefined as Error | undefined }
  const reader: Pick<Database, 'all'> = {
    async all() {
      if (world.error !== undefined) throw world.error
      return []
    },
  }
  const store = {
    reader: reader as Database,
    isShared: false,
    nodeNumber: () => 0,
    saveNotes: async () => {},
  }
  const clocks = { nowMs: () => 0, elapsedMs: () => world.elapsedMs }
  return { world, flow: await Flow.open(store, clocks) }
}

it('goes on by what it knew while the store is away', async () => {
  const { world, flow } = await testFlow()
  world.error = new StorageFault('unavailable', 'away')
  world.elapsedMs += 2_000
  await expect(flow.exchange()).resolves.toBeUndefined()
})

it('passes a defect on, which nobody would see otherwise', async () => {
  const { world, flow } = await testFlow()
  world.error = new SyntaxError('a row that cannot be read')
  world.elapsedMs += 2_000
  await expect(flow.exchange()).rejects.toThrow('a row that cannot be read')
})
