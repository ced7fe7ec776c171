import { CONSOLE_PATH } from '@topgate/web'
import { SESSION_MS_MAX } from './sessions.ts'

const NAME = 'topgate_console'
const TOKEN_CHARS = 43

/**
 * Cookies do not know ports, so any program on this machine that the browser visits would get it:
 * the path keeps it to the console. Without `Secure`, because the port is plain HTTP on loopback.
 */
const ATTRIBUTES = `Path=${CONSOLE_PATH}; HttpOnly; SameSite=Strict`

export function sessionCookie(token: string): string {
  return `${NAME}=${token}; Max-Age=${SESSION_MS_MAX / 1000}; ${ATTRIBUTES}`
}

export const endedCookie = `${NAME}=; Max-Age=0; ${ATTRIBUTES}`

/** The token that a request carries. */
export function readCookie(header: string | undefined): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [name, value = ''] = pair.trim().split('=')
    if (name === NAME && value.length === TOKEN_CHARS) return value
  }
  return undefined
}
