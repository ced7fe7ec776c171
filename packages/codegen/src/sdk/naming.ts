import { pascalCase } from '../names.ts'

/** Where a name stands. What is reserved depends on it: `getBody` is taken in a response only. */
export type NameScope =
  /** The stem of a request and a response class, one per API. */
  | 'api'
  /** The class of a struct. */
  | 'type'
  | 'request-member'
  | 'response-member'
  | 'struct-member'

/** How a language writes names. The rest (reserved words, digits, collisions) is the same in all. */
export interface Naming {
  /** A name of the wire in the style of the language; it may still be taken, or no identifier. */
  write(wireName: string, scope: NameScope): string
  /** Whether a name has a meaning of its own there: a keyword, a member of the base class. */
  isReserved(name: string, scope: NameScope): boolean
  /** What stands before a name that begins with a digit. */
  readonly digitPrefix: string
  /** Whether members may differ in the case of letters only. Names of types never may: files. */
  readonly memberCaseCounts: boolean
  /**
   * Where the classes of structs live: in the class of the request or response that they belong to,
   * or in one namespace per API, in which both have to differ.
   */
  readonly structsLiveIn: 'class' | 'api'
}

/** `tb_user_id` is `tbUserId`. */
export function camelCase(wireName: string): string {
  const name = pascalCase(wireName)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** `tb_user_id` stays, `tbUserId` is `tb_user_id`, `VoucherDTO` is `voucher_dto`. */
export function snakeCase(wireName: string): string {
  return wireName
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
}

/** The names of one scope. Who comes first gets the plain name; the outcome depends on nothing else. */
export class NameTable {
  readonly #naming: Naming
  readonly #scope: NameScope
  readonly #taken = new Set<string>()

  constructor(naming: Naming, scope: NameScope, taken: Iterable<string> = []) {
    this.#naming = naming
    this.#scope = scope
    for (const name of taken) this.#taken.add(this.#key(name))
  }

  /** A name that is free; undefined when the wire name has no letter or digit to make one of. */
  add(wireName: string): string | undefined {
    const plain = this.#legalName(wireName)
    if (plain === undefined) return undefined
    let name = plain
    for (let count = 2; this.#taken.has(this.#key(name)); count += 1) name = `${plain}${count}`
    this.#taken.add(this.#key(name))
    return name
  }

  /** Takes the plain name if nobody has it. */
  addPlain(wireName: string): string | undefined {
    const plain = this.#legalName(wireName)
    if (plain === undefined || this.#taken.has(this.#key(plain))) return undefined
    this.#taken.add(this.#key(plain))
    return plain
  }

  #legalName(wireName: string): string | undefined {
    if (!/[A-Za-z0-9]/.test(wireName)) return undefined
    const written = this.#naming.write(wireName, this.#scope)
    const name = /^[0-9]/.test(written) ? this.#naming.digitPrefix + written : written
    return this.#naming.isReserved(name, this.#scope) ? `${name}_` : name
  }

  #key(name: string): string {
    const isMember = this.#scope !== 'api' && this.#scope !== 'type'
    return isMember && this.#naming.memberCaseCounts ? name : name.toLowerCase()
  }
}
