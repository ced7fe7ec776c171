import { ProtocolError, showName } from './protocol-error.ts'

/** The parameters of one call, decoded, each name once, in the order in which they arrived. */
export type Parameters = ReadonlyMap<string, string>

/** An uploaded file. It is no parameter and never signed. */
export interface FilePart {
  readonly name: string
  readonly filename: string
  /** A view into the body of the request, not a copy. */
  readonly bytes: Uint8Array
}

export const PAIRS_MAX = 128
export const NAME_CHARS_MAX = 64
export const VALUE_BYTES_MAX = 3 * 1024 * 1024

/**
 * Merges the pairs of query, form body and parts. Every way in goes through here, so that a name
 * given twice is found wherever the two stand: which one another reader would take is unknown.
 */
export class ParameterCollector {
  readonly #values = new Map<string, string>()
  readonly #files: FilePart[] = []
  readonly #repeated: string[] = []
  #pairs = 0

  get values(): Parameters {
    return this.#values
  }

  /** Names given again with the same value. Whether that is forgiven depends on the app. */
  get repeated(): readonly string[] {
    return this.#repeated
  }

  get files(): readonly FilePart[] {
    return this.#files
  }

  /** Takes one more pair into account. Empty pairs count too, or a body of `&` would be free. */
  countPair(): void {
    this.#pairs += 1
    if (this.#pairs > PAIRS_MAX) {
      throw new ProtocolError('parameter', `more than ${PAIRS_MAX} parameters`)
    }
  }

  /** Adds a decoded pair. Throws a {@link ProtocolError} when name or value cannot be accepted. */
  add(name: string, value: string): void {
    checkName(name)
    checkValue(name, value)
    const earlier = this.#values.get(name)
    if (earlier === undefined && !this.#isFile(name)) this.#values.set(name, value)
    else if (earlier === value) this.#repeated.push(name)
    else throw givenTwice(name)
  }

  /** Adds a file under the same rules for its name. */
  addFile(file: FilePart): void {
    checkName(file.name)
    if (this.#values.has(file.name) || this.#isFile(file.name)) throw givenTwice(file.name)
    this.#files.push(file)
  }

  #isFile(name: string): boolean {
    return this.#files.length > 0 && this.#files.some((file) => file.name === name)
  }
}

export function givenTwice(name: string): ProtocolError {
  return new ProtocolError('parameter', `parameter given twice: ${showName(name)}`)
}

/** Names are ASCII, so that byte order, UTF-16 order and what the eye reads are one and the same. */
function checkName(name: string): void {
  if (name === '') throw new ProtocolError('parameter', 'parameter without a name')
  if (!isName(name)) throw new ProtocolError('parameter', `bad parameter name: ${showName(name)}`)
  if (name === '__proto__' || name === 'constructor' || name === 'prototype') {
    throw new ProtocolError('parameter', `reserved parameter name: ${name}`)
  }
}

const nameChars = charTable('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-')

function charTable(chars: string): Uint8Array {
  const table = new Uint8Array(128)
  for (const char of chars) table[char.charCodeAt(0)] = 1
  return table
}

function isName(name: string): boolean {
  if (name.length > NAME_CHARS_MAX) return false
  for (let at = 0; at < name.length; at += 1) {
    if (nameChars[name.charCodeAt(at)] !== 1) return false
  }
  return true
}

function checkValue(name: string, value: string): void {
  if (isLongerThan(value, VALUE_BYTES_MAX)) {
    throw new ProtocolError('parameter', `value of ${name} is over ${VALUE_BYTES_MAX} bytes`)
  }
  if (value.includes('\0')) {
    throw new ProtocolError('parameter', `value of ${name} holds a NUL character`)
  }
}

const utf8Encoder = new TextEncoder()

/** A UTF-16 unit is one to three bytes of UTF-8, so only values near the bound are measured. */
function isLongerThan(text: string, bytesMax: number): boolean {
  if (text.length * 3 <= bytesMax) return false
  return text.length > bytesMax || utf8Encoder.encode(text).length > bytesMax
}
