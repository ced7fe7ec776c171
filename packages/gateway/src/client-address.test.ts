import { expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

const proxies = {
  patterns: ['10.0.0.1', '10.0.0.2'],
  holds: (address: string) => address === '10.0.0.1' || address === '10.0.0.2',
}

it.each([
  ['without a proxy the header proves nothing', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['without the header it is the socket', '10.0.0.1', undefined, '10.0.0.1'],
  ['behind a proxy it is the last hop', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
  [
    'what the caller wrote himself is left of it',
    '10.0.0.1',
    '1.1.1.1, 198.51.100.1',
    '198.51.100.1',
  ],
  [
    'hops that are proxies are passed over',
    '10.0.0.1',
    '8.8.8.8,198.51.100.1,10.0.0.2',
    '198.51.100.1',
  ],
  ['a hop that is no address ends the search', '10.0.0.1', '198.51.100.1, unknown', '10.0.0.1'],
  ['an empty header is none', '10.0.0.1', '', '10.0.0.1'],
  ['only proxies: the outermost', '10.0.0.1', '10.0.0.2', '10.0.0.2'],
  ['IPv4 in IPv6 is the same address', '::ffff:10.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
  ['IPv6', '10.0.0.1', '2001:db8::7', '2001:db8::7'],
])('%s', (_promise, socket, header, client) => {
  expect(clientAddress(socket, header, proxies)).toBe(client)
})
