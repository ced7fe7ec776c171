import { pairsOf, signatureOf } from '../testing/top-client.ts'

const sample = { method: 'taobao.time.get', params: {} }

/** The body of the plainest call there is, signed now. */
export function timeGet(key: string, secret: string, nowMs = Date.now()): string {
  const { open } = pairsOf(sample, { key, nowMs })
  const sign = signatureOf(open, secret, 'hmac-sha256')
  return new URLSearchParams([...open, ['sign', sign]].map(([a = '', b = '']) => [a, b])).toString()
}
