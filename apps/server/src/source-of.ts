import {
  type AddressList,
  canonicalAddress,
  clientAddress,
  type RequestHeaders,
} from '@topgate/gateway'

/** Where a request comes from: behind proxies of ours, from where they say. */
export function sourceOf(
  socketAddress: string,
  headers: RequestHeaders,
  proxies: AddressList | null,
): string {
  if (proxies === null) return canonicalAddress(socketAddress)
  const forwarded = headers['x-forwarded-for']
  const header = typeof forwarded === 'string' ? forwarded : forwarded?.join(',')
  return clientAddress(socketAddress, header, proxies)
}
