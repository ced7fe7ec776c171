import { Refusal } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { stepSync, testGateway } from '../testing/test-gateway.ts'
import { BULK_BYTES_MIN, readRequest } from './read-request.ts'

const step = '{"name":"a","count":1}'

/** What became of a call whose parameters have this many bytes together. */
async function readWith(note: string) {
  const world = testGateway()
  world.bulk = { read: async (method) => ({ elsewhere: method }) }
  const api = world.gateway.apis.get(stepSync.method)
  if (api === undefined) throw new Error('no such API')
  return readRequest(
    api,
    new Map(Object.entries({ step, note })),
    world.gateway,
    world.nowMs,
    undefined,
  )
}

const room = BULK_BYTES_MIN - step.length

it.each([
  ['ASCII', 'n'.repeat(room)],
  ['Chinese', '步'.repeat(Math.floor(room / 3))],
])('reads up to 64 KiB of %s here', async (_script, note) => {
  expect(await readWith(note)).toMatchObject({ step: { name: 'a' }, note })
})

it.each([
  ['ASCII', 'n'.repeat(room + 1)],
  ['Chinese', '步'.repeat(Math.floor(room / 3) + 1)],
])('reads more than 64 KiB of %s elsewhere', async (_script, note) => {
  expect(await readWith(note)).toEqual({ elsewhere: stepSync.method })
})

it('hands on the refusal of a call that was read elsewhere', async () => {
  const world = testGateway()
  const refusal = new Refusal('invalid-parameter')
  world.bulk = { read: () => Promise.reject(refusal) }
  const api = world.gateway.apis.get(stepSync.method)
  if (api === undefined) throw new Error('no such API')
  const parameters = new Map([['step', ' '.repeat(BULK_BYTES_MIN + 1)]])
  await expect(readRequest(api, parameters, world.gateway, 0, undefined)).rejects.toBe(refusal)
})
