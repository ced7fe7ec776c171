import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes durable what was written to a file. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes durable which names stand in a directory: without it a rename may come undone. */
export function syncDirectory(path: string): void {
  if (process.platform !== 'win32') syncPath(path)
}
