import { createHash, createHmac } from 'node:crypto'
import { type Draft, getParam, setParam } from './draft.ts'
import { encodeGbk } from './encode-gbk.ts'

/** What a client does otherwise than the protocol says. */
export interface SignOddities {
  readonly secret?: string | undefined
  /** The digest that is computed, whatever `sign_method` declares. */
  readonly method?: string | undefined
  /** `insertion` or `locale_case_insensitive` in place of byte order. */
  readonly order?: string | undefined
  readonly includesSign?: boolean
  /** `prefix_only` or `suffix_only`: md5 with the secret on one side. */
  readonly wrap?: string | undefined
  /** `nfd` or `gbk`: other bytes for the same text. */
  readonly over?: string | undefined
  readonly skipsAtValues?: boolean
  readonly digits?: number | undefined
}

/** Computes `sign` over what the request holds now. */
export function signDraft(draft: Draft, oddities: SignOddities = {}): void {
  const { secret = draft.app.secret, method = getParam(draft, 'sign_method') } = oddities
  const sign = digestOf(baseOf(draft, oddities), secret, method, oddities.wrap)
  draft.params.delete('sign')
  setParam(draft, 'sign', sign.slice(0, oddities.digits))
  draft.signed = true
}

function baseOf(draft: Draft, { order, includesSign, skipsAtValues, over }: SignOddities): Buffer {
  const pairs = [...draft.params]
    .map(([name, { value }]) => ({ name, value }))
    .filter(({ name }) => name !== 'sign' || includesSign === true)
    .filter(({ value }) => !(skipsAtValues === true && value.startsWith('@')))
  if (order === undefined) pairs.sort((a, b) => (a.name < b.name ? -1 : 1))
  if (order === 'locale_case_insensitive') {
    pairs.sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }))
  }
  const body = draft.signedBody?.text() ?? ''
  const text = pairs.map(({ name, value }) => name + value).join('') + body
  if (over === 'gbk') return encodeGbk(text)
  return Buffer.from(over === 'nfd' ? text.normalize('NFD') : text)
}

function digestOf(base: Buffer, secret: string, method: string, wrap = 'both'): string {
  const digest =
    method === 'md5'
      ? createHash('md5')
          .update(wrap === 'suffix_only' ? '' : secret)
          .update(base)
          .update(wrap === 'prefix_only' ? '' : secret)
      : createHmac(method === 'hmac' ? 'md5' : 'sha256', secret).update(base)
  return digest.digest('hex').toUpperCase()
}

/**
 * The digest that a forger reaches who knows md5(secret + base), or md5(secret + base + secret),
 * and not the secret: MD5 can be continued behind its padding (RFC 1321 section 3).
 */
export function extendedDigest(draft: Draft, isEnvelope: boolean, extra: string): string {
  const { secret } = draft.app
  const captured = [Buffer.from(secret), baseOf(draft, {}), Buffer.from(isEnvelope ? secret : '')]
  const known = Buffer.concat(captured)
  const zeros = (119 - (known.length % 64)) % 64
  const padding = Buffer.alloc(1 + zeros + 8)
  padding[0] = 0x80
  padding.writeBigUInt64LE(BigInt(known.length) * 8n, 1 + zeros)
  return createHash('md5').update(known).update(padding).update(extra).digest('hex').toUpperCase()
}
