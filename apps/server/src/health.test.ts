import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoadLevel } from '@topgate/gateway'
import { expect, it } from 'vitest'
import { Health } from './health.ts'

/** A node whose store takes writes or does not. */
function testNode(dataDir: string | null = null) {
  const load: { level: LoadLevel } = { level: 'green' }
  const world = { nowMs: 10_000, isWritable: true, probes: 0, load }
  const store = {
    async saveNotes() {
      world.probes += 1
      if (!world.isWritable) throw new Error('disk full')
    },
  }
  const changes: string[] = []
  const note = ({ reason }: { readonly reason: string }) => changes.push(reason)
  const health = new Health(store, world.load, dataDir, () => world.nowMs, note)
  return { world, changes, health }
}

it('is ready while the store takes writes', async () => {
  const { health } = testNode()
  expect(await health.readiness()).toEqual({ ready: true, reason: 'ready' })
})

it('is not ready while the store takes none, and again once it does', async () => {
  const { health, world } = testNode()
  world.isWritable = false
  expect(await health.readiness()).toEqual({ ready: false, reason: 'store not writable' })
  world.isWritable = true
  world.nowMs += 1_001
  expect(await health.readiness()).toEqual({ ready: true, reason: 'ready' })
})

it('tells once when it stops being ready, and once when it is again', async () => {
  const { health, world, changes } = testNode()
  for (const isWritable of [true, false, false, true, true]) {
    world.isWritable = isWritable
    world.nowMs += 1_001
    await Promise.all([health.readiness(), health.readiness()])
  }
  health.drain()
  await health.readiness()
  expect(changes).toEqual(['store not writable', 'ready'])
})

it('probes the store once a second, however often it is asked', async () => {
  const { health, world } = testNode()
  await Promise.all(Array.from({ length: 50 }, () => health.readiness()))
  world.nowMs += 1_000
  await health.readiness()
  expect(world.probes).toBe(1)
  world.nowMs += 1
  await health.readiness()
  expect(world.probes).toBe(2)
})

it('is not ready from the moment it drains, whatever the last probe said', async () => {
  const { health, world } = testNode()
  await health.readiness()
  expect(health.isDraining()).toBe(false)
  health.drain()
  expect(health.isDraining()).toBe(true)
  expect(await health.readiness()).toEqual({ ready: false, reason: 'draining' })
  expect(world.probes).toBe(1)
})

it('is not ready while nothing goes any more, without asking the store', async () => {
  const { health, world } = testNode()
  world.load.level = 'black'
  expect(await health.readiness()).toEqual({ ready: false, reason: 'overloaded' })
  expect(world.probes).toBe(0)
  world.load.level = 'red'
  expect((await health.readiness()).ready).toBe(true)
})

it('is not ready without its data directory', async () => {
  const { health, world } = testNode(join(tmpdir(), 'topgate', 'nowhere'))
  expect(await health.readiness()).toEqual({ ready: false, reason: 'store not writable' })
  expect(world.probes).toBe(0)
})
