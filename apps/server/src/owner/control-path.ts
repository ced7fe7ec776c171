import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'

const NAME = 'control.sock'
/** What a socket address has room for on every system that we know, its end mark included. */
const PATH_BYTES_MAX = 103

/**
 * Runs `use` with the path of the control socket in the data directory. On Linux a path that is too
 * long for a socket address is reached through the open directory. Undefined where there is no way.
 */
export function withControlPath<T>(dataDir: string, use: (path: string) => T): T | undefined {
  if (process.platform === 'win32') return undefined
  const path = join(dataDir, NAME)
  if (Buffer.byteLength(path) <= PATH_BYTES_MAX) return use(path)
  if (process.platform !== 'linux') return undefined
  const directory = openSync(dataDir, 'r')
  try {
    return use(`/proc/self/fd/${directory}/${NAME}`)
  } finally {
    closeSync(directory)
  }
}
