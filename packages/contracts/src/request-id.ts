const REQUEST_ID_CHARS = 13

/**
 * `request_id` of an answer: 13 characters of `[0-9a-z]`, the 64-bit id of the call in base 36. The
 * row that a call becomes has the same id.
 */
export function requestIdOf(id: bigint): string {
  return id.toString(36).padStart(REQUEST_ID_CHARS, '0')
}
