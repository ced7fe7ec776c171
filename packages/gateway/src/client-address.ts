import { isIP } from 'node:net'
import { canonicalAddress } from './http-server.ts'
import type { AddressList } from './ports.ts'

/** What a chain of proxies may add; a longer header is read from its end. */
const HOPS_MAX = 32

/**
 * Where a call comes from: the address of the socket, or, when that is a proxy of ours, the
 * rightmost hop of `X-Forwarded-For` that is none. What stands left of it was written by the caller
 * and proves nothing. A hop that is no address ends the search at the proxy that wrote it.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  proxies: AddressList,
): string {
  let address = canonicalAddress(socketAddress)
  if (forwardedFor === undefined) return address
  const hops = forwardedFor.split(',').slice(-HOPS_MAX)
  while (proxies.holds(address)) {
    const hop = canonicalAddress(hops.pop()?.trim() ?? '')
    if (isIP(hop) === 0) return address
    address = hop
  }
  return address
}
