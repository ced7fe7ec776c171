import type { JsonObject, JsonValue } from '@topgate/contracts'
import { JsonScanner } from './json-scanner.ts'
import { showName } from './protocol-error.ts'

export { JsonProblem } from './json-scanner.ts'

const QUOTE = 0x22
const COMMA = 0x2c
const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const LOWER_F = 0x66
const LOWER_N = 0x6e
const LOWER_T = 0x74
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

export interface JsonLimits {
  /** How many arrays and objects may stand inside each other; a bare value has depth 0. */
  readonly depthMax: number
  /** Members of one object. */
  readonly membersMax: number
  /** Items of one array; as many as members unless given. */
  readonly itemsMax?: number
  readonly numberCharsMax: number
  /** A member given twice: `refuse` (the default), or the `last` one wins. */
  readonly duplicates?: 'refuse' | 'last'
  /** Told of every member whose last one wins. */
  onRepeat?(name: string): void
  /** Characters that XML 1.0 cannot carry, not even escaped: `refuse` (the default) or `keep`. */
  readonly xmlUnsafe?: 'refuse' | 'keep'
}

/**
 * Reads one JSON value by the grammar of RFC 8259 and nothing beside it. Integers become bigint and
 * other numbers stay text, so no digit is lost; objects are Maps, so no name is special. Bounds hold
 * before recursion, and time is linear. Throws a {@link JsonProblem}.
 */
export function readJson(text: string, limits: JsonLimits): JsonValue {
  return new JsonReader(text, limits).readDocument()
}

class JsonReader {
  readonly #scanner: JsonScanner
  readonly #limits: JsonLimits
  readonly #itemsMax: number

  constructor(text: string, limits: JsonLimits) {
    this.#scanner = new JsonScanner(text, limits.numberCharsMax, limits.xmlUnsafe === 'keep')
    this.#limits = limits
    this.#itemsMax = limits.itemsMax ?? limits.membersMax
  }

  readDocument(): JsonValue {
    this.#scanner.skipSpace()
    const value = this.#readValue(0)
    this.#scanner.skipSpace()
    if (!Number.isNaN(this.#scanner.peek())) {
      this.#scanner.refuse('something follows the JSON value')
    }
    return value
  }

  #readValue(depth: number): JsonValue {
    const scanner = this.#scanner
    const code = scanner.peek()
    switch (code) {
      case QUOTE:
        return scanner.readString()
      case OPEN_BRACE:
        return this.#readObject(depth + 1)
      case OPEN_BRACKET:
        return this.#readArray(depth + 1)
      case LOWER_T:
        return scanner.readWord('true', true)
      case LOWER_F:
        return scanner.readWord('false', false)
      case LOWER_N:
        return scanner.readWord('null', null)
      default:
        if (code === MINUS || (code >= ZERO && code <= NINE)) return scanner.readNumber()
        return scanner.refuse('no JSON value where one is expected')
    }
  }

  #readObject(depth: number): JsonObject {
    this.#open(OPEN_BRACE, depth)
    const members = new Map<string, JsonValue>()
    if (this.#scanner.passes(CLOSE_BRACE)) return members
    let repeats = 0
    for (let count = 1; ; count += 1) {
      if (count > this.#limits.membersMax) this.#scanner.refuse('too many members in one object')
      const start = this.#scanner.at
      const name = this.#readName()
      members.set(name, this.#readValue(depth))
      if (members.size + repeats < count) {
        if (this.#limits.duplicates !== 'last') {
          this.#scanner.refuse(`member given twice: ${showName(name)}`, start)
        }
        repeats += 1
        this.#limits.onRepeat?.(name)
      }
      if (!this.#continues(CLOSE_BRACE)) return members
    }
  }

  #readArray(depth: number): readonly JsonValue[] {
    this.#open(OPEN_BRACKET, depth)
    const items: JsonValue[] = []
    if (this.#scanner.passes(CLOSE_BRACKET)) return items
    for (;;) {
      if (items.length >= this.#itemsMax) this.#scanner.refuse('too many items in one array')
      items.push(this.#readValue(depth))
      if (!this.#continues(CLOSE_BRACKET)) return items
    }
  }

  /** Passes the opening bracket. The depth is checked here, so recursion is bounded. */
  #open(bracket: number, depth: number): void {
    if (depth > this.#limits.depthMax) this.#scanner.refuse('nested too deeply')
    this.#scanner.passes(bracket)
    this.#scanner.skipSpace()
  }

  /** Reads a member name and passes the colon. */
  #readName(): string {
    const scanner = this.#scanner
    const start = scanner.at
    if (scanner.peek() !== QUOTE) scanner.refuse('member name expected')
    const name = scanner.readString()
    if (isReserved(name)) scanner.refuse(`reserved member name: ${name}`, start)
    scanner.skipSpace()
    if (!scanner.passes(COLON)) scanner.refuse('colon expected')
    scanner.skipSpace()
    return name
  }

  /** Passes what follows a member or item; false when it closed the object or array. */
  #continues(close: number): boolean {
    const scanner = this.#scanner
    scanner.skipSpace()
    if (scanner.passes(close)) return false
    if (!scanner.passes(COMMA)) scanner.refuse('comma or closing bracket expected')
    scanner.skipSpace()
    return true
  }
}

/** Harmless in a Map, but the value may meet code that builds plain objects. */
function isReserved(name: string): boolean {
  return name === '__proto__' || name === 'constructor' || name === 'prototype'
}
