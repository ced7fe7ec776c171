const REQUEST_ID_CHARS = 13
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
const ID_MAX = 2n ** 63n - 1n

/**
 * `request_id` of an answer: 13 characters of `[0-9a-z]`, the 64-bit id of the call in base 36. The
 * row that a call becomes has the same id.
 */
export function requestIdOf(id: bigint): string {
  return id.toString(36).padStart(REQUEST_ID_CHARS, '0')
}

/** The id behind a `request_id`; undefined for any other text. */
export function idOfRequest(requestId: string): bigint | undefined {
  if (!/^[0-9a-z]{13}$/.test(requestId)) return undefined
  let id = 0n
  for (const digit of requestId) id = id * 36n + BigInt(DIGITS.indexOf(digit))
  return id > ID_MAX ? undefined : id
}
