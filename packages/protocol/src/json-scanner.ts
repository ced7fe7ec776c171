import type { JsonDecimal } from '@topgate/contracts'

// Local, because constants imported from another module are measurably slower in a hot loop.
const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
const PLUS = 0x2b
const MINUS = 0x2d
const DOT = 0x2e
const ZERO = 0x30
const NINE = 0x39
const BACKSLASH = 0x5c
const LOWER_E = 0x65

/** Why a text is not acceptable JSON. Not an Error, for the same reason as `ProtocolError`. */
export class JsonProblem {
  /** A short English fact. It may name a member and never shows a value. */
  readonly reason: string
  /** Where, in UTF-16 units from the start. */
  readonly at: number

  constructor(reason: string, at: number) {
    this.reason = reason
    this.at = at
  }
}

/** From here on UTF-16 has surrogates and non-characters; nearly all text lies below. */
const FIRST_SURROGATE = 0xd800

/** A double counts this many digits exactly; up to here it is the faster way to a bigint. */
const DOUBLE_DIGITS_MAX = 15

/** A JSON text and the place in it. Reads the values that hold no others; throws `JsonProblem`. */
export class JsonScanner {
  readonly #text: string
  readonly #numberCharsMax: number
  readonly #keepsUnsafe: boolean
  #at = 0

  constructor(text: string, numberCharsMax: number, keepsUnsafe: boolean) {
    this.#text = text
    this.#numberCharsMax = numberCharsMax
    this.#keepsUnsafe = keepsUnsafe
  }

  get at(): number {
    return this.#at
  }

  /** The code of the next unit, NaN at the end. */
  peek(): number {
    return this.#text.charCodeAt(this.#at)
  }

  /** Passes one unit when it is the expected one. */
  passes(code: number): boolean {
    if (this.peek() !== code) return false
    this.#at += 1
    return true
  }

  skipSpace(): void {
    while (isSpace(this.peek())) this.#at += 1
  }

  refuse(reason: string, at = this.#at): never {
    throw new JsonProblem(reason, at)
  }

  readWord<Value extends boolean | null>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#at)) this.refuse('unknown word')
    this.#at += word.length
    return value
  }

  readNumber(): bigint | JsonDecimal {
    const start = this.#at
    const isNegative = this.passes(MINUS)
    const leadsWithZero = this.peek() === ZERO
    const first = this.#at
    const value = this.#passDigits()
    const digitCount = this.#at - first
    if (leadsWithZero && digitCount > 1) this.refuse('number with a leading zero', start)
    const isInteger = !this.#passFractionAndExponent()
    if (this.#at - start > this.#numberCharsMax) this.refuse('number too long', start)
    if (isInteger && digitCount <= DOUBLE_DIGITS_MAX && !(isNegative && leadsWithZero)) {
      return BigInt(isNegative ? -value : value)
    }
    const text = this.#text.slice(start, this.#at)
    return isInteger && !leadsWithZero ? BigInt(text) : { decimal: text }
  }

  #passFractionAndExponent(): boolean {
    const start = this.#at
    if (this.passes(DOT)) this.#passDigits()
    if ((this.peek() | 0x20) === LOWER_E) {
      this.#at += 1
      if (!this.passes(PLUS)) this.passes(MINUS)
      this.#passDigits()
    }
    return this.#at > start
  }

  /** Passes one digit or more; their value is exact up to {@link DOUBLE_DIGITS_MAX} digits. */
  #passDigits(): number {
    if (!isDigit(this.peek())) this.refuse('digit expected')
    let value = 0
    for (let code = this.peek(); isDigit(code); code = this.peek()) {
      value = value * 10 + (code - ZERO)
      this.#at += 1
    }
    return value
  }

  readString(): string {
    const text = this.#text
    const start = this.#at + 1
    let at = start
    let highest = 0
    for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) {
      if (code === BACKSLASH) return this.#readEscapedString(start, at)
      // NaN, the end of the text, is not at least a space either.
      if (!(code >= SPACE)) this.#refuseUnit(at)
      if (code > highest) highest = code
      at += 1
    }
    this.#at = at + 1
    const value = text.slice(start, at)
    if (highest >= FIRST_SURROGATE) this.#checkHighUnits(value, start)
    return value
  }

  /** Finds the end of a string with escapes; the built-in parser undoes them, and as strictly. */
  #readEscapedString(start: number, firstEscape: number): string {
    const text = this.#text
    let at = firstEscape
    for (let code = BACKSLASH; code !== QUOTE; code = text.charCodeAt(at)) {
      if (!(code >= SPACE)) this.#refuseUnit(at)
      at += code === BACKSLASH ? 2 : 1
    }
    this.#at = at + 1
    const value = unquote(text.slice(start - 1, at + 1))
    if (value === undefined) return this.refuse('bad escape in a string', start)
    if (!this.#keepsUnsafe && holdsXmlUnsafeControl(value)) {
      this.refuse('control character that XML cannot carry', start)
    }
    this.#checkHighUnits(value, start)
    return value
  }

  /** Judged in the finished value, because an escaped and a raw surrogate may form a pair. */
  #checkHighUnits(value: string, start: number): void {
    if (!value.isWellFormed()) this.refuse('unpaired surrogate', start)
    if (this.#keepsUnsafe) return
    if (value.includes('\ufffe') || value.includes('\uffff')) {
      this.refuse('character that XML cannot carry', start)
    }
  }

  #refuseUnit(at: number): never {
    const end = this.#text.length
    if (at >= end) return this.refuse('string without an end', end)
    return this.refuse('raw control character', at)
  }
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

function isSpace(code: number): boolean {
  if (code > SPACE) return false
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB
}

/** The value of a JSON string with its quotes. */
function unquote(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return undefined
  }
}

function holdsXmlUnsafeControl(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at)
    if (code < SPACE && !isSpace(code)) return true
  }
  return false
}
