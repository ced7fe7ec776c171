import { hash, randomBytes } from 'node:crypto'

/** `reliability.md` section 7. */
export const IDLE_MS_MAX = 30 * 60_000
export const SESSION_MS_MAX = 12 * 3_600_000
const SESSIONS_MAX = 64
const TOKEN_BYTES = 32

/** Somebody who is logged in. */
export interface Session {
  /** Names the session in the audit; lets nobody in. */
  readonly name: string
  /** Every form of the session carries it back. */
  readonly formToken: string
  /** The password that let it in, by the time it was set: with another one it is over. */
  readonly passwordMs: number
}

interface Kept extends Session {
  readonly openedMs: number
  seenMs: number
}

/**
 * Who is logged in to the console, in the memory of this process: logging in works while the store
 * takes no writes, and a restart ends all sessions. Tokens are kept as hashes only.
 */
export class Sessions {
  readonly #byHash = new Map<string, Kept>()

  /** The token is handed out here and never again. */
  open(passwordMs: number, nowMs: number): { readonly token: string; readonly session: Session } {
    this.#forget(nowMs)
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    const key = hashOf(token)
    const session = {
      name: key.slice(0, 8),
      formToken: randomBytes(TOKEN_BYTES).toString('base64url'),
      passwordMs,
      openedMs: nowMs,
      seenMs: nowMs,
    }
    this.#byHash.set(key, session)
    return { token, session }
  }

  /** `isActive`: an act of a person, which begins the idle time anew; a page that reloads is none. */
  find(token: string, passwordMs: number, nowMs: number, isActive: boolean): Session | undefined {
    const key = hashOf(token)
    const session = this.#byHash.get(key)
    if (session === undefined) return undefined
    if (session.passwordMs !== passwordMs || isOver(session, nowMs)) {
      this.#byHash.delete(key)
      return undefined
    }
    if (isActive) session.seenMs = nowMs
    return session
  }

  close(token: string): void {
    this.#byHash.delete(hashOf(token))
  }

  /** Those that ended, and beyond the bound the oldest. */
  #forget(nowMs: number): void {
    for (const [key, session] of this.#byHash) {
      if (isOver(session, nowMs)) this.#byHash.delete(key)
    }
    const [oldest] = this.#byHash.keys()
    if (this.#byHash.size >= SESSIONS_MAX && oldest !== undefined) this.#byHash.delete(oldest)
  }
}

function isOver({ openedMs, seenMs }: Kept, nowMs: number): boolean {
  return nowMs - seenMs >= IDLE_MS_MAX || nowMs - openedMs >= SESSION_MS_MAX
}

function hashOf(token: string): string {
  return hash('sha256', token)
}
