import { createHash, createHmac } from 'node:crypto'
import { baseString, type Digests, signBase } from '@topgate/protocol'
import type { SignMethod } from './options.ts'

const upperHex = (hash: { digest(encoding: 'hex'): string }) => hash.digest('hex').toUpperCase()

const digests: Digests = {
  md5: (text) => upperHex(createHash('md5').update(text)),
  hmacMd5: (key, text) => upperHex(createHmac('md5', key).update(text)),
  hmacSha256: (key, text) => upperHex(createHmac('sha256', key).update(text)),
}

/** The signature of parameters that already hold `sign_method`; of a body, where there is one. */
export function signParameters(
  parameters: Readonly<Record<string, string>>,
  secret: string,
  method: SignMethod,
  body?: string,
): string {
  const base = baseString(new Map(Object.entries(parameters)), { body })
  return signBase(base, secret, method, digests)
}
