import type { Op } from './case.ts'

/**
 * The arguments of one op. Each must have its type, and each must be read: an argument that nobody
 * understands would make a case pass for the wrong reason.
 */
export class OpArguments {
  readonly #values: Readonly<Record<string, unknown>>
  readonly #unread: Set<string>

  constructor({ target: _, action: __, ...values }: Op) {
    this.#values = values
    this.#unread = new Set(Object.keys(values))
  }

  text(name: string): string {
    const value = this.optionalText(name)
    if (value === undefined) throw new Error(`the op lacks the text ${name}`)
    return value
  }

  optionalText(name: string): string | undefined {
    const value = this.#take(name)
    return typeof value === 'string' ? value : undefined
  }

  number(name: string): number {
    const value = this.#take(name)
    if (typeof value !== 'number') throw new Error(`the op lacks the number ${name}`)
    return value
  }

  optionalNumber(name: string): number | undefined {
    return name in this.#values ? this.number(name) : undefined
  }

  isTrue(name: string): boolean {
    return this.#take(name) === true
  }

  /** An argument of any type, as JSON. */
  json(name: string): string {
    return JSON.stringify(this.#take(name))
  }

  /** An argument that is an object, such as `value_repeat`. */
  parts(name: string): OpArguments | undefined {
    const value = this.#take(name)
    if (typeof value !== 'object' || value === null) return undefined
    return new OpArguments({ target: '', action: '', ...value })
  }

  /** The name of the one member that `path` leads to. */
  member(): string {
    const path = this.#take('path')
    if (Array.isArray(path) && path.length === 1) return String(path[0])
    throw new Error('the op needs a path of one member')
  }

  assertAllRead(): void {
    if (this.#unread.size > 0) throw new Error(`not understood: ${[...this.#unread].join(', ')}`)
  }

  #take(name: string): unknown {
    this.#unread.delete(name)
    return this.#values[name]
  }
}
