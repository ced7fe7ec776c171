import {
  type Field,
  JSON_DEPTH_MAX,
  JSON_MEMBERS_MAX,
  JSON_NUMBER_CHARS_MAX,
} from '@topgate/contracts'
import { JsonProblem, readJson } from './json-reader.ts'
import { HIDDEN, maskValue } from './mask-value.ts'

/** Longer texts are not looked at: they come out hidden as a whole. */
const JSON_CHARS_MAX = 16 * 1024
/** The names of members are shown when they are names; somebody may have put data there. */
const nameForm = /^"[A-Za-z_][A-Za-z0-9_.-]{0,63}"$/

const limits = {
  depthMax: JSON_DEPTH_MAX,
  membersMax: JSON_MEMBERS_MAX,
  numberCharsMax: JSON_NUMBER_CHARS_MAX,
  duplicates: 'last',
  xmlUnsafe: 'keep',
} as const

/**
 * A JSON text with every value masked by the privacy class of its field, and otherwise exactly as it
 * was written: spaces, order and escapes stay, since they matter to a signature. Values that no
 * field describes are hidden. Undefined for a text that is no JSON, or too long.
 */
export function maskJson(text: string, field: Field | undefined): string | undefined {
  if (text.length > JSON_CHARS_MAX) return undefined
  try {
    readJson(text, limits)
  } catch (error) {
    if (error instanceof JsonProblem) return undefined
    throw error
  }
  return new JsonMasker(text).mask(field)
}

/** Walks a text that is known to be JSON. */
class JsonMasker {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  mask(field: Field | undefined): string {
    const space = this.#take(/\s*/y)
    const head = this.#text[this.#at]
    const masked =
      head === '{' ? this.#object(field) : head === '[' ? this.#array(field) : this.#leaf(field)
    return space + masked + this.#take(/\s*/y)
  }

  #object(field: Field | undefined): string {
    let masked = this.#take(/\{\s*/y)
    while (this.#text[this.#at] !== '}') {
      const name = this.#take(string)
      const member = field?.kind === 'struct' ? own(field.fields, JSON.parse(name)) : undefined
      masked += nameForm.test(name) ? name : `"${HIDDEN}"`
      masked += this.#take(/\s*:/y) + this.mask(member) + this.#take(/,?\s*/y)
    }
    return masked + this.#take(/\}/y)
  }

  #array(field: Field | undefined): string {
    let masked = this.#take(/\[\s*/y)
    const item = field?.kind === 'list' ? field.item : undefined
    while (this.#text[this.#at] !== ']') masked += this.mask(item) + this.#take(/,?\s*/y)
    return masked + this.#take(/\]/y)
  }

  #leaf(field: Field | undefined): string {
    const isText = this.#text[this.#at] === '"'
    const raw = this.#take(isText ? string : /[^\s,\]}]+/y)
    if (raw === 'null' || raw === 'true' || raw === 'false') return raw
    const value: string = isText ? JSON.parse(raw) : raw
    const shown = isText || !holdsJson(field) ? maskLeaf(value, field) : HIDDEN
    return shown === value ? raw : JSON.stringify(shown)
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += found.length
    return found
  }
}

const string = /"(?:[^"\\]|\\.)*"/y

function own<T>(fields: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

function holdsJson(field: Field | undefined): boolean {
  return field?.kind === 'json' || field?.kind === 'struct' || field?.kind === 'list'
}

/** What stands in the place of one value; JSON inside a text is masked as JSON. */
export function maskLeaf(value: string, field: Field | undefined): string {
  if (value === '') return value
  if (field === undefined || field.kind === 'bytes') return HIDDEN
  if (!holdsJson(field)) return maskValue(value, field)
  if (field.privacy === 'H' || field.privacy === 'I') return HIDDEN
  // What stands in a json field, nobody has described.
  return maskJson(value, field.kind === 'json' ? undefined : field) ?? HIDDEN
}
