import type { Parameters } from './parameters.ts'

export type SignMethod = 'md5' | 'hmac' | 'hmac-sha256'

/** Digests over the UTF-8 bytes of text, as upper-case hexadecimal. They arrive from outside,
 * because browsers have no MD5 and a server has something faster than plain code. */
export interface Digests {
  md5(text: string): string
  hmacMd5(key: string, text: string): string
  hmacSha256(key: string, text: string): string
}

export interface BaseStringOptions {
  /** Leave out parameters with an empty value, as the Java and .NET clients do. */
  readonly skipEmpty?: boolean | undefined
  /** The raw body of a batch or JSON call, which follows the parameters. */
  readonly body?: string | undefined
}

/**
 * The text that is signed: every parameter but `sign`, sorted by name, name and value joined with
 * nothing between. Values enter exactly as sent, without trimming or normalisation.
 */
export function baseString(parameters: Parameters, options: BaseStringOptions = {}): string {
  let base = ''
  for (const name of sortedNames(parameters)) {
    const value = parameters.get(name) ?? ''
    if (value !== '' || options.skipEmpty !== true) base += name + value
  }
  return options.body === undefined ? base : base + options.body
}

/** Insertion sort: for the dozen names of a call it beats the built-in sort about twice. Names are
 * ASCII, so the order of UTF-16 units is the byte order which the protocol asks for. */
function sortedNames(parameters: Parameters): string[] {
  const names: string[] = []
  for (const name of parameters.keys()) {
    if (name === 'sign') continue
    let at = names.length
    for (; at > 0; at -= 1) {
      const previous = names[at - 1]
      if (previous === undefined || previous < name) break
      names[at] = previous
    }
    names[at] = name
  }
  return names
}

/** Signs a base string. MD5 has the secret at both ends: in front only, anyone could extend it. */
export function signBase(
  base: string,
  secret: string,
  method: SignMethod,
  digests: Digests,
): string {
  switch (method) {
    case 'md5':
      return digests.md5(secret + base + secret)
    case 'hmac':
      return digests.hmacMd5(secret, base)
    case 'hmac-sha256':
      return digests.hmacSha256(secret, base)
    default:
      return method satisfies never
  }
}

/** The value of `sign` for these parameters, which already hold `sign_method`; upper-case hex. */
export function sign(
  parameters: Parameters,
  secret: string,
  method: SignMethod,
  digests: Digests,
  body?: string,
): string {
  return signBase(baseString(parameters, { body }), secret, method, digests)
}

/** Exact names only: another letter case would be signed as another text. */
export function isSignMethod(text: string | undefined): text is SignMethod {
  return text === 'md5' || text === 'hmac' || text === 'hmac-sha256'
}

const md5Form = /^[0-9A-Fa-f]{32}$/
const sha256Form = /^[0-9A-Fa-f]{64}$/

/** Whether a text can be a signature of this method: exactly its number of hexadecimal digits. */
export function isSignatureForm(text: string, method: SignMethod): boolean {
  return (method === 'hmac-sha256' ? sha256Form : md5Form).test(text)
}

/** The bit that tells the upper case of an ASCII letter from the lower; digits have it set. */
const LOWER_CASE = 0x20

/**
 * Compares two hexadecimal texts by the bytes that they stand for, so in either case of letters, in
 * a time that depends on their lengths alone.
 */
export function sameDigest(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at += 1) {
    difference |= (a.charCodeAt(at) | LOWER_CASE) ^ (b.charCodeAt(at) | LOWER_CASE)
  }
  return difference === 0
}

/**
 * Where names and values begin and end in the signed text, without the parameters that have no
 * value. Names and values are joined with nothing between, so one text can be read as two parameter
 * maps: equal text and equal boundaries are the same map.
 */
export function boundariesOf(parameters: Parameters): string {
  let boundaries = ''
  for (const name of sortedNames(parameters)) {
    const value = parameters.get(name) ?? ''
    if (value !== '') boundaries += `${name.length}.${value.length} `
  }
  return boundaries
}

/** How a signature was computed: over all parameters, or without those that have no value. */
export type SignatureReading = 'all' | 'without-empty'

/**
 * Which reading of the parameters the received `sign` fits, or undefined. Clients disagree about
 * empty values and the protocol does not say, so both are tried: an empty parameter may therefore
 * be unsigned, and must never mean anything else than an absent one.
 */
export function matchSignature(
  parameters: Parameters,
  secret: string,
  digests: Digests,
  body?: string,
): SignatureReading | undefined {
  const method = parameters.get('sign_method')
  if (!isSignMethod(method)) return undefined
  const received = parameters.get('sign') ?? ''
  if (!isSignatureForm(received, method)) return undefined
  const fits = (skipEmpty: boolean) => {
    const base = baseString(parameters, { skipEmpty, body })
    return sameDigest(received, signBase(base, secret, method, digests))
  }
  if (fits(false)) return 'all'
  return hasEmptyValue(parameters) && fits(true) ? 'without-empty' : undefined
}

function hasEmptyValue(parameters: Parameters): boolean {
  for (const value of parameters.values()) if (value === '') return true
  return false
}
