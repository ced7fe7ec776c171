import { NAME_CHARS_MAX, PAIRS_MAX, type ParameterCollector } from './parameters.ts'
import { ProtocolError, showName } from './protocol-error.ts'
import { decodeUtf8 } from './utf8.ts'

// Local, because constants imported from another module are measurably slower in a hot loop.
const SPACE = 0x20
const PERCENT = 0x25
const PLUS = 0x2b

/** An escaped byte takes three characters, so a longer raw name cannot become a good one. */
const RAW_NAME_CHARS_MAX = NAME_CHARS_MAX * 3

/**
 * Reads a query or an urlencoded body, already decoded from UTF-8, into the collector.
 *
 * Only `&` separates; `;` is data. A pair without `=` is a name with an empty value. Bad escapes and
 * escapes that are not strict UTF-8 are refused: replaced by U+FFFD, two different calls would read
 * the same. Time is linear in the length of the text.
 */
export function readForm(text: string, into: ParameterCollector): void {
  if (text === '') return
  // One more than the bound is enough for the collector to notice; the rest is never cut up.
  for (const pair of text.split('&', PAIRS_MAX + 1)) {
    into.countPair()
    if (pair !== '') readPair(pair, into)
  }
}

function readPair(pair: string, into: ParameterCollector): void {
  const equals = pair.indexOf('=')
  const rawName = equals < 0 ? pair : pair.slice(0, equals)
  if (rawName.length > RAW_NAME_CHARS_MAX) {
    throw new ProtocolError('parameter', `parameter name too long: ${showName(rawName)}`)
  }
  const name = decodeComponent(rawName, rawName)
  into.add(name, equals < 0 ? '' : decodeComponent(pair.slice(equals + 1), name))
}

/** Most names and values hold neither `%` nor `+` and are returned as they are. */
function decodeComponent(raw: string, name: string): string {
  if (!raw.includes('%') && !raw.includes('+')) return raw
  const decoded = raw.length <= NATIVE_CHARS_MAX ? decodeNatively(raw) : undefined
  if (decoded !== undefined) return decoded
  const bytes = utf8Encoder.encode(raw)
  const length = unescapeInPlace(bytes)
  if (length < 0) {
    throw new ProtocolError('encoding', `bad percent escape in parameter ${showName(name)}`)
  }
  return decodeUtf8(bytes.subarray(0, length), name)
}

/** Up to here the built-in functions are three times as fast; far above, `replaceAll` is not linear. */
const NATIVE_CHARS_MAX = 16 * 1024

/** Undefined for what cannot be decoded; reading it byte by byte tells why. */
function decodeNatively(raw: string): string | undefined {
  try {
    // Strict by its specification: overlong forms, surrogates and cut sequences throw.
    return decodeURIComponent(raw.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

const utf8Encoder = new TextEncoder()

/**
 * Returns how many bytes are left, or -1 after a bad escape. On bytes because that is linear: putting
 * spaces for 4 MiB of `+` into a string takes a second.
 */
function unescapeInPlace(bytes: Uint8Array): number {
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at] ?? 0
    if (byte === PLUS) {
      byte = SPACE
    } else if (byte === PERCENT) {
      // One bad digit, or the end of the bytes, makes the whole negative.
      byte = (hexValue(bytes[at + 1] ?? 0) << 4) | hexValue(bytes[at + 2] ?? 0)
      if (byte < 0) return -1
      at += 2
    }
    bytes[length] = byte
    length += 1
  }
  return length
}

const hexValues = new Int8Array(128).fill(-1)
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16)
  hexValues[digit.charCodeAt(0)] = value
  hexValues[digit.toUpperCase().charCodeAt(0)] = value
}

/** The value of a hexadecimal digit of either case, given by its code, or -1. */
function hexValue(code: number): number {
  return hexValues[code] ?? -1
}
