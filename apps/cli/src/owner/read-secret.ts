import { UsageError } from '../exit-codes.ts'
import type { Terminal } from '../terminal.ts'

const STDIN = '-'
const BYTES_MAX = 1024

/** A secret from the command line, or from the standard input, where other users do not see it. */
export function readSecret(given: string, terminal: Terminal): string {
  if (given !== STDIN) return given
  const bytes = terminal.readBytes(STDIN)
  if (bytes.length > BYTES_MAX) throw new UsageError('The standard input holds more than a secret.')
  return new TextDecoder().decode(bytes).trim()
}
