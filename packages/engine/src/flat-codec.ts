import {
  type Field,
  type Fields,
  isJsonObject,
  type JsonText,
  type JsonValue,
} from '@topgate/contracts'

type Values = Readonly<Record<string, unknown>>

/** Reads the values that a codec wrote, one after the other. */
export class FlatReader {
  readonly #values: readonly unknown[]
  #at = 0

  constructor(values: readonly unknown[]) {
    this.#values = values
  }

  next(): unknown {
    const value = this.#values[this.#at]
    this.#at += 1
    return value
  }
}

/**
 * Turns the typed values of a contract into a run of plain values and back. Between threads one
 * array for a whole batch costs a fraction of the same calls as objects (performance.md, messages).
 */
export interface FlatCodec {
  write(value: Values, into: unknown[]): void
  read(from: FlatReader): Values
}

export function createFlatCodec(fields: Fields): FlatCodec {
  const members = Object.entries(fields).map(([name, field]) => ({ name, ...memberCodec(field) }))
  return {
    write(value, into) {
      for (const { name, write } of members) write(value[name], into)
    },
    read(from) {
      const value: Record<string, unknown> = {}
      for (const { name, read } of members) {
        const member = read(from)
        if (member !== undefined) value[name] = member
      }
      return value
    },
  }
}

interface MemberCodec {
  write(value: unknown, into: unknown[]): void
  read(from: FlatReader): unknown
}

/** A struct stands as a mark that it is there and its members; JSON text as itself and its parts. */
function memberCodec(field: Field): MemberCodec {
  if (field.kind === 'json') return jsonMember
  if (field.kind !== 'struct') return plainMember
  const inner = createFlatCodec(field.fields)
  return {
    write(value, into) {
      into.push(value !== undefined)
      if (value !== undefined) inner.write(value as Values, into)
    },
    read: (from) => (from.next() === true ? inner.read(from) : undefined),
  }
}

const jsonMember: MemberCodec = {
  write(value, into) {
    const json = value as JsonText | undefined
    into.push(json?.text)
    if (json === undefined) return
    into.push(json.repeated === true)
    writeJson(json.value, into)
  },
  read(from) {
    const text = from.next() as string | undefined
    if (text === undefined) return undefined
    const repeated = from.next() === true
    const value = readJson(from)
    return repeated ? { text, value, repeated } : { text, value }
  },
}

/** Plain numbers do not occur in JSON as we read it, so they can say what follows and how much. */
const OBJECT = 0
const LIST = 1
const DECIMAL = 2
const KINDS = 3

/** Maps between threads cost more than all other values of a call together. */
function writeJson(value: JsonValue, into: unknown[]): void {
  if (typeof value !== 'object' || value === null) {
    into.push(value)
  } else if (isJsonObject(value)) {
    into.push(value.size * KINDS + OBJECT)
    for (const [name, member] of value) {
      into.push(name)
      writeJson(member, into)
    }
  } else if ('decimal' in value) {
    into.push(DECIMAL, value.decimal)
  } else {
    into.push(value.length * KINDS + LIST)
    for (const item of value) writeJson(item, into)
  }
}

function readJson(from: FlatReader): JsonValue {
  const first = from.next()
  if (typeof first !== 'number') return first as Exclude<JsonValue, object>
  const count = Math.floor(first / KINDS)
  switch (first % KINDS) {
    case OBJECT: {
      const members = new Map<string, JsonValue>()
      for (let n = 0; n < count; n += 1) members.set(from.next() as string, readJson(from))
      return members
    }
    case LIST:
      return Array.from({ length: count }, () => readJson(from))
    default:
      return { decimal: from.next() as string }
  }
}

const plainMember: MemberCodec = {
  write: (value, into) => {
    into.push(value)
  },
  read: (from) => from.next(),
}
