import { expect, it } from 'vitest'
import type { ClientOptions } from './options.ts'
import { readOptions } from './settings.ts'

const options: ClientOptions = { url: 'http://127.0.0.1/', appKey: '1', secret: 'very secret' }

it('are sensible where nothing is said', () => {
  expect(readOptions(options)).toMatchObject({
    signMethod: 'hmac-sha256',
    connectTimeoutMs: 3_000,
    triesMax: 3,
    waitMsMax: 30_000,
    bodyBytesMax: 8 * 1024 * 1024,
  })
})

it.each([
  [{ url: 'ftp://x/' }, 'url'],
  [{ url: 'x' }, 'url'],
  [{ appKey: '' }, 'appKey'],
  [{ secret: '' }, 'secret'],
  [{ triesMax: 0 }, 'triesMax: an integer from 1 to 10'],
  [{ triesMax: 11 }, 'triesMax: an integer from 1 to 10'],
  [{ readTimeoutMs: Number.POSITIVE_INFINITY }, 'readTimeoutMs'],
  [{ connectTimeoutMs: 0.5 }, 'connectTimeoutMs'],
  [{ signMethod: 'sha1' }, 'signMethod'],
  [{ agent: {} }, 'agent'],
])('%o is refused by the name of the option', (wrong, name) => {
  const read = () => readOptions({ ...options, ...wrong } as ClientOptions)
  expect(read).toThrow(name)
  expect(read).not.toThrow('very secret')
})
