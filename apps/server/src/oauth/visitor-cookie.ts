import { randomBytes } from 'node:crypto'
import type { SessionUser } from '@topgate/services'
import type { Vault } from '@topgate/storage'

/** A browser on its way through log-in and consent. It is all in its cookie, so any node serves it. */
export interface Visitor {
  /** Chance that nobody else knows: log-ins and forms are bound to it. */
  readonly id: string
  /** Whom the owner's site has logged in. */
  readonly user?: SessionUser
}

export interface VisitorCookies {
  /** A visitor without a cookie of ours, or with an old one, is a new one. */
  read(header: string | undefined, nowMs: number): Visitor
  write(visitor: Visitor, nowMs: number): string
}

/** Long enough to log in and to read the page. */
const VISIT_MS_MAX = 10 * 60_000
const COOKIE_CHARS_MAX = 2_048
const ID_BYTES = 32
const SEAL_CONTEXT = 'oauth visitor'

export function newVisitor(user?: SessionUser): Visitor {
  const id = randomBytes(ID_BYTES).toString('base64url')
  return user === undefined ? { id } : { id, user }
}

/**
 * Cookies sealed under the master key. `Lax`: it comes along when an app sends the user here, and
 * not with forms of other sites. Production is reached over HTTPS, where the prefix keeps other hosts
 * of the domain from setting it; a sandbox is plain HTTP.
 */
export function visitorCookies(vault: Vault, isSandbox: boolean): VisitorCookies {
  const name = isSandbox ? 'topgate_visitor' : '__Host-topgate_visitor'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSandbox ? '' : '; Secure'}`
  return {
    read(header, nowMs) {
      const text = cookieOf(header, name)
      return (text === undefined ? undefined : openVisitor(vault, text, nowMs)) ?? newVisitor()
    },
    write(visitor, nowMs) {
      const sealed = vault.seal(
        SEAL_CONTEXT,
        JSON.stringify({ ...visitor, untilMs: nowMs + VISIT_MS_MAX }),
      )
      const value = Buffer.from(sealed).toString('base64url')
      return `${name}=${value}; Max-Age=${VISIT_MS_MAX / 1000}; ${attributes}`
    },
  }
}

function openVisitor(vault: Vault, text: string, nowMs: number): Visitor | undefined {
  try {
    const { untilMs, ...visitor } = JSON.parse(
      vault.open(SEAL_CONTEXT, Buffer.from(text, 'base64url')),
    ) as Visitor & { readonly untilMs: number }
    return untilMs > nowMs ? visitor : undefined
  } catch {
    // Somebody else's, or sealed under a key that is gone: no cookie of ours.
    return undefined
  }
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value = ''] = pair.trim().split('=')
    if (key === name && value.length <= COOKIE_CHARS_MAX) return value
  }
  return undefined
}
