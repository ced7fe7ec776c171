import { type Credential, hashPassword, passwordTrouble, verifyPassword } from '@topgate/services'
import { type Session, Sessions } from './sessions.ts'
import { isSetUpCode } from './set-up-code.ts'
import { Tries } from './tries.ts'

export interface AccessOptions {
  /** Lets the first password be set, until there is one. */
  readonly setUpCode: string
  findCredential(): Promise<Credential | undefined>
  /** False when there was a password already. */
  setFirstPassword(passwordHash: string): Promise<boolean>
  elapsedMs(): number
}

export type Entry =
  | { readonly kind: 'open'; readonly token: string; readonly session: Session }
  | { readonly kind: 'wrong' }
  /** Too many wrong tries. */
  | { readonly kind: 'wait'; readonly waitMs: number }
  | { readonly kind: 'unfit'; readonly trouble: 'short' | 'long' | 'common' }
  /** There is a password already: log in. */
  | { readonly kind: 'late' }

/** Who may enter the console: set-up, log-in, and the sessions that they open. */
export class Access {
  readonly #options: AccessOptions
  readonly #tries = new Tries()
  readonly #sessions = new Sessions()

  constructor(options: AccessOptions) {
    this.#options = options
  }

  async isSetUp(): Promise<boolean> {
    return (await this.#options.findCredential()) !== undefined
  }

  /** Sets the first password and opens a session. `source` is the address of who asks. */
  async setUp(code: string, password: string, source: string): Promise<Entry> {
    if (await this.isSetUp()) return { kind: 'late' }
    const waitMs = this.#tries.begin(source, this.#options.elapsedMs())
    if (waitMs > 0) return { kind: 'wait', waitMs }
    if (!isSetUpCode(code, this.#options.setUpCode)) return { kind: 'wrong' }
    this.#tries.succeeded(source)
    const trouble = passwordTrouble(password)
    if (trouble !== undefined) return { kind: 'unfit', trouble }
    const isFirst = await this.#options.setFirstPassword(await hashPassword(password))
    const credential = await this.#options.findCredential()
    return isFirst && credential !== undefined ? this.#open(credential) : { kind: 'late' }
  }

  async logIn(password: string, source: string): Promise<Entry> {
    const credential = await this.#options.findCredential()
    if (credential === undefined) return { kind: 'wrong' }
    const waitMs = this.#tries.begin(source, this.#options.elapsedMs())
    if (waitMs > 0) return { kind: 'wait', waitMs }
    // What cannot be a password is not worth the work of a guess.
    if (passwordTrouble(password) === 'long') return { kind: 'wrong' }
    if (!(await verifyPassword(password, credential.password_hash))) return { kind: 'wrong' }
    this.#tries.succeeded(source)
    return this.#open(credential)
  }

  /** `isActive`: an act of a person, not a page that keeps itself fresh. */
  async find(token: string, isActive: boolean): Promise<Session | undefined> {
    const credential = await this.#options.findCredential()
    if (credential === undefined) return undefined
    return this.#sessions.find(token, credential.changed_ms, this.#options.elapsedMs(), isActive)
  }

  logOut(token: string): void {
    this.#sessions.close(token)
  }

  #open(credential: Credential): Entry {
    return {
      kind: 'open',
      ...this.#sessions.open(credential.changed_ms, this.#options.elapsedMs()),
    }
  }
}
