import { expect, it } from 'vitest'
import { idOfRequest, requestIdOf } from './request-id.ts'

const pairs: [bigint, string][] = [
  [0n, '0000000000000'],
  [35n, '000000000000z'],
  [2n ** 63n - 1n, '1y2p0ij32e8e7'],
]

it.each(pairs)('prints the id %d as %s', (id, requestId) => {
  expect(requestIdOf(id)).toBe(requestId)
})

it.each(pairs)('reads the id %d back from %s', (id, requestId) => {
  expect(idOfRequest(requestId)).toBe(id)
})

it.each([
  '',
  '1',
  '1y2p0ij32e8e8',
  'zzzzzzzzzzzzz',
  '000000000000Z',
  '00000000000-1',
  '１y2p0ij32e8e7',
])('takes %j for no request id', (text) => {
  expect(idOfRequest(text)).toBeUndefined()
})
