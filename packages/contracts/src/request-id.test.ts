import { expect, it } from 'vitest'
import { requestIdOf } from './request-id.ts'

it.each([
  [0n, '0000000000000'],
  [35n, '000000000000z'],
  [2n ** 63n - 1n, '1y2p0ij32e8e7'],
])('prints the id %d as %s', (id, requestId) => {
  expect(requestIdOf(id)).toBe(requestId)
})
