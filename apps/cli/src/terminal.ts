import { createHmac, hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Digests } from '@topgate/protocol'

/** Everything outside the program that a command touches. Tests put their own in its place. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether a person reads stdout. */
  readonly isInteractive: boolean
  readonly digests: Digests
  nowMs(): number
  /** Writes lines; the line break at the end is added. */
  out(text: string): void
  err(text: string): void
  /** `-` is the standard input. Throws what the file system throws. */
  readBytes(path: string): Uint8Array
}

/** Not the server's: loading it would double the time that a call takes to start. */
const digests: Digests = {
  md5: (text) => hash('md5', text, 'hex').toUpperCase(),
  hmacMd5: (key, text) => createHmac('md5', key).update(text).digest('hex').toUpperCase(),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex').toUpperCase(),
}

const STDIN_DESCRIPTOR = 0

/** The terminal, environment and clock of this process. */
export function processTerminal(): Terminal {
  return {
    env: process.env,
    isInteractive: process.stdout.isTTY === true,
    digests,
    nowMs: Date.now,
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    readBytes: (path) => readFileSync(path === '-' ? STDIN_DESCRIPTOR : path),
  }
}
