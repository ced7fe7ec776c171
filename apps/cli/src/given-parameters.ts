import { VALUE_BYTES_MAX } from '@topgate/protocol'
import { UsageError } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** One `--param`: the name may be a parameter or, with dots, a member of a struct. */
export interface GivenParameter {
  readonly name: string
  readonly value: string
}

/**
 * Reads `name=value`, `name=@file` and, for a value that begins with `@`, `name=@@value`. One line
 * break at the end of a file is dropped, since editors put it there and it would be signed too.
 */
export function readGiven(text: string, terminal: Terminal): GivenParameter {
  const equals = text.indexOf('=')
  if (equals <= 0) {
    throw new UsageError(`--param ${text}: write name=value, or name=@file for text in a file`)
  }
  const name = text.slice(0, equals)
  const value = text.slice(equals + 1)
  if (value.startsWith('@@')) return { name, value: value.slice(1) }
  if (value.startsWith('@')) return { name, value: readText(value.slice(1), name, terminal) }
  return { name, value }
}

/** `--param-stdin name`: the value is the whole standard input. */
export function readGivenFromStdin(name: string, terminal: Terminal): GivenParameter {
  return { name, value: readText('-', name, terminal) }
}

/** Drops the byte order mark that some editors write, which would be signed too. */
const utf8Decoder = new TextDecoder('utf-8', { fatal: true })

function readText(path: string, name: string, terminal: Terminal): string {
  let bytes: Uint8Array
  try {
    bytes = terminal.readBytes(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`Cannot read the value of ${name}: ${reason}`)
  }
  if (bytes.length > VALUE_BYTES_MAX) {
    throw new UsageError(`The value of ${name} is over ${VALUE_BYTES_MAX} bytes: send less`)
  }
  try {
    return utf8Decoder.decode(bytes).replace(/\r?\n$/, '')
  } catch {
    throw new UsageError(`The value of ${name} is not UTF-8 text: convert the file first`)
  }
}
