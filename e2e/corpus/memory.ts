import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes that this process holds after everything that nobody needs was collected. */
export function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  // Twice: what was only reachable from finalised objects goes with the second.
  if (typeof collect === 'function') for (const _turn of [1, 2]) collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

export function residentBytes(): number {
  return process.memoryUsage.rss()
}
