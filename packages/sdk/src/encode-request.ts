import { formatBeijing, parseBeijing } from '@topgate/contracts'
import { nearestNames } from '@topgate/protocol'
import type { TopFile } from './answer.ts'
import type { Shape, Shapes } from './api-table.ts'
import { TopInputError } from './errors.ts'

/** A request as it travels: parameters as text, files beside them. */
export interface EncodedRequest {
  readonly parameters: Readonly<Record<string, string>>
  readonly files: readonly {
    readonly name: string
    readonly filename: string
    readonly data: Uint8Array
  }[]
}

const INT64_MIN = -(2n ** 63n)
const INT64_MAX = 2n ** 63n - 1n
/** Deeper values of a caller are a cycle, or as good as one. */
const DEPTH_MAX = 64

/** Checks and writes a request. Absent fields do not travel. Throws `TopInputError`. */
export function encodeRequest(method: string, shapes: Shapes, request: unknown): EncodedRequest {
  return new RequestEncoder(method).encode(shapes, request)
}

class RequestEncoder {
  readonly #method: string

  constructor(method: string) {
    this.#method = method
  }

  encode(shapes: Shapes, request: unknown): EncodedRequest {
    const parameters: Record<string, string> = {}
    const files: { name: string; filename: string; data: Uint8Array }[] = []
    for (const [name, shape, value] of this.#members(shapes, request, '')) {
      if (shape.kind === 'bytes') files.push({ name, ...this.#file(value, name) })
      else parameters[name] = this.#parameter(shape, value, name)
    }
    return { parameters, files }
  }

  /** The fields that are there. What nobody knows is a mistake of spelling. */
  #members(shapes: Shapes, values: unknown, parent: string): [string, Shape, unknown][] {
    if (!isPlainObject(values)) this.#refuse(parent, 'an object of its fields is needed')
    const known = Object.keys(shapes)
    for (const name of Object.keys(values)) {
      if (Object.hasOwn(shapes, name)) continue
      const [near] = nearestNames(name, known)
      const hint = near === undefined ? '' : `; did you mean ${near}?`
      this.#refuse(parent + name, `there is no such field${hint}`)
    }
    return known.flatMap((name): [string, Shape, unknown][] => {
      const shape = shapes[name]
      const value = values[name]
      if (shape === undefined) return []
      if (value !== undefined && value !== null) return [[name, shape, value]]
      if (shape.required === true) this.#refuse(parent + name, 'the field is required')
      return []
    })
  }

  /** The text of a parameter. A list of structs is JSON, of anything else a text with commas. */
  #parameter(shape: Shape, value: unknown, path: string): string {
    if (shape.kind === 'struct' || shape.kind === 'any') return this.#json(shape, value, path)
    if (shape.kind !== 'list') return this.#text(shape, value, path)
    const { item } = shape
    if (item?.kind === 'struct' || item?.kind === 'any') return this.#json(shape, value, path)
    const texts = this.#items(value, path).map((each, at) =>
      this.#text(item, each, `${path}.${at}`),
    )
    const torn = texts.findIndex((text) => text.includes(','))
    if (torn >= 0) this.#refuse(`${path}.${torn}`, 'a comma parts the items of this list')
    return texts.join(',')
  }

  #json(shape: Shape | undefined, value: unknown, path: string): string {
    switch (shape?.kind) {
      case 'struct': {
        const members = this.#members(shape.fields ?? {}, value, `${path}.`).map(
          ([name, member, each]) =>
            `${JSON.stringify(name)}:${this.#json(member, each, `${path}.${name}`)}`,
        )
        return `{${members.join(',')}}`
      }
      case 'list': {
        const items = this.#items(value, path).map((each, at) =>
          this.#json(shape.item, each, `${path}.${at}`),
        )
        return `[${items.join(',')}]`
      }
      case 'any':
        return this.#anyJson(value, path, 0)
      case 'int64':
      case 'byte':
      case 'flag':
        return this.#text(shape, value, path)
      default:
        return JSON.stringify(this.#text(shape, value, path))
    }
  }

  #text(shape: Shape | undefined, value: unknown, path: string): string {
    switch (shape?.kind) {
      case 'int64':
        return this.#integer(value, path)
      case 'byte':
        if (Number.isInteger(value)) return String(value)
        return this.#refuse(path, 'an integer is needed')
      case 'flag':
        if (typeof value === 'boolean') return String(value)
        return this.#refuse(path, 'true or false is needed')
      case 'moment':
        return this.#moment(value, path)
      case 'decimal':
        if (typeof value === 'string' && /^-?[0-9]{1,40}(\.[0-9]{1,40})?$/.test(value)) return value
        return this.#refuse(path, "a decimal as text is needed, such as '12.50'")
      default:
        if (typeof value === 'string' && isWellFormed(value)) return value
        return this.#refuse(path, 'a text is needed')
    }
  }

  /** A number beyond 2^53 has lost digits before it came here, so it is refused. */
  #integer(value: unknown, path: string): string {
    if (typeof value === 'bigint' && value >= INT64_MIN && value <= INT64_MAX) return String(value)
    if (Number.isSafeInteger(value)) return String(value)
    if (typeof value !== 'number') return this.#refuse(path, 'a 64-bit integer is needed')
    return this.#refuse(path, 'this number is not exact; write a bigint, such as 12345n')
  }

  #moment(value: unknown, path: string): string {
    if (typeof value === 'string' && parseBeijing(value) !== undefined) return value
    const isDate = value instanceof Date && !Number.isNaN(value.getTime())
    if (isDate && value.getTime() >= 0) return formatBeijing(value.getTime())
    return this.#refuse(path, "a Date, or Beijing time as 'yyyy-MM-dd HH:mm:ss', is needed")
  }

  #file(value: unknown, path: string): { filename: string; data: Uint8Array } {
    const { name, data } = (isPlainObject(value) ? value : {}) as Partial<TopFile>
    if (typeof name !== 'string' || !(data instanceof Uint8Array)) {
      this.#refuse(path, 'a file is needed: { name, data }')
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these would break the head of a part
    if (!/^[^"\\/\u0000-\u001f\u007f]{1,255}$/.test(name)) this.#refuse(path, 'a bad file name')
    return { filename: name, data }
  }

  #items(value: unknown, path: string): readonly unknown[] {
    return Array.isArray(value) ? value : this.#refuse(path, 'an array is needed')
  }

  /** `JSON.stringify`, but a bigint keeps its digits. */
  #anyJson(value: unknown, path: string, depth: number): string {
    if (depth > DEPTH_MAX) this.#refuse(path, 'nested too deeply')
    if (typeof value === 'bigint') return String(value)
    if (Array.isArray(value)) {
      return `[${value.map((each) => this.#anyJson(each ?? null, path, depth + 1)).join(',')}]`
    }
    if (isPlainObject(value)) {
      const members = Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([name, each]) => `${JSON.stringify(name)}:${this.#anyJson(each, path, depth + 1)}`)
      return `{${members.join(',')}}`
    }
    return JSON.stringify(value) ?? this.#refuse(path, 'a JSON value is needed')
  }

  #refuse(path: string, problem: string): never {
    throw new TopInputError(this.#method, path.replace(/\.$/, ''), problem)
  }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Half of a surrogate pair has no UTF-8. */
function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text)
}
