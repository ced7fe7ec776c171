import { BlockList, isIP } from 'node:net'
import { type AddressList, canonicalAddress } from '@topgate/gateway'

/** Addresses and networks in the form `203.0.113.0/24`. */
export function addressList(patterns: readonly string[]): AddressList {
  const list = new BlockList()
  for (const pattern of patterns) {
    const [network = '', bits] = pattern.split('/')
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(
      network,
      bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits),
      family,
    )
  }
  return {
    patterns,
    holds(address) {
      const canonical = canonicalAddress(address)
      return isIP(canonical) !== 0 && list.check(canonical, isIP(canonical) === 6 ? 'ipv6' : 'ipv4')
    },
  }
}

const loopback = addressList(['127.0.0.0/8', '::1'])

/** Calls that come from this machine, such as those of a proxy beside the server. */
export function isLoopback(address: string): boolean {
  return loopback.holds(address)
}
