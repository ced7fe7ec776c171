import { OwnerRefusal } from './owner-operation.ts'

/** The members of what came from the command line or through the socket, each a text or a list. */
export class InputReader {
  readonly #members: Readonly<Record<string, unknown>>

  constructor(input: unknown) {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      throw new OwnerRefusal('the input must be an object')
    }
    this.#members = input as Readonly<Record<string, unknown>>
  }

  /** Undefined when it is absent. */
  text(name: string): string | undefined {
    const value = this.#members[name]
    if (value === undefined || typeof value === 'string') return value
    throw new OwnerRefusal(`${name} must be a text`)
  }

  /** `expects` says what a good text is. */
  matching(name: string, form: RegExp, expects: string): string {
    const value = this.text(name)
    if (value !== undefined && form.test(value)) return value
    throw new OwnerRefusal(`${name} must be ${expects}`)
  }

  number(name: string, min: number, max: number, fallback?: number): number {
    const text = this.text(name)
    if (text === undefined && fallback !== undefined) return fallback
    const value = text !== undefined && /^[0-9]{1,10}$/.test(text) ? Number(text) : Number.NaN
    if (value >= min && value <= max) return value
    throw new OwnerRefusal(`${name} must be a number from ${min} to ${max}`)
  }

  flag(name: string): boolean {
    return this.#members[name] === true
  }

  texts(name: string): readonly string[] {
    const value = this.#members[name] ?? []
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
    throw new OwnerRefusal(`${name} must be a list of texts`)
  }

  /** Texts by name. */
  record(name: string): Readonly<Record<string, string>> {
    const value = this.#members[name] ?? {}
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (isRecord && Object.values(value).every((item) => typeof item === 'string')) {
      return value as Record<string, string>
    }
    throw new OwnerRefusal(`${name} must hold texts by name`)
  }
}
