import { createHmac, hash } from 'node:crypto'
import type { Digests } from '@topgate/protocol'

/** The digests of signing, by the runtime's own crypto. */
export const nodeDigests: Digests = {
  md5: (text) => hash('md5', text, 'hex').toUpperCase(),
  hmacMd5: (key, text) => createHmac('md5', key).update(text).digest('hex').toUpperCase(),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex').toUpperCase(),
}
