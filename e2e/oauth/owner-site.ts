import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What the owner's site says of a user. */
export interface Claims {
  readonly sub?: unknown
  readonly nick?: unknown
  readonly aud?: unknown
  readonly iat?: unknown
  readonly nonce?: unknown
}

/** A JSON Web Token as any library writes it (RFC 7515, HS256), by hand: no code of the server. */
export function signProof(
  claims: Claims,
  key: Buffer,
  header: object = { alg: 'HS256', typ: 'JWT' },
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part(header)}.${part(claims)}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

/**
 * The owner's site as the guide tells to build it, for one user who is logged in there already. It
 * knows the address of the gateway and goes to no other.
 */
export async function startOwnerSite(
  gateway: () => string,
  key: Buffer,
  user: Pick<Claims, 'sub' | 'nick'>,
): Promise<string> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://site')
    const nonce = searchParams.get('nonce')
    const iat = Math.floor(Date.now() / 1000)
    const assertion = signProof({ ...user, aud: 'topgate', iat, nonce }, key)
    const query = new URLSearchParams({ request: searchParams.get('request') ?? '', assertion })
    response.writeHead(303, { Location: `${gateway()}/oauth/authorize?${query}` }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/login`
}
