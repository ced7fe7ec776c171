/**
 * What clients do to a value between signing and sending, or the other way round. Each gives the
 * value that may have been signed in place of the one that arrived.
 */
export type ValueChange = (value: string) => string

/** JavaScript, Python's `quote`. */
export const percentEncoded: ValueChange = encodeURIComponent

/** `java.net.URLEncoder`, PHP's `urlencode`. */
export const formEncoded: ValueChange = (value) =>
  encodeURIComponent(value)
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')

/** .NET's `HttpUtility.UrlEncode`. */
export const formEncodedLower: ValueChange = (value) =>
  formEncoded(value).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())

/** The value arrived percent-encoded: it was encoded twice on the way. */
export const decodedOnceMore: ValueChange = (value) => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

export const unicodeEscaped: ValueChange = (value) =>
  value.replace(/[^\0-\x7f]/g, (char) =>
    Array.from(
      { length: char.length },
      (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )

export const unicodeUnescaped: ValueChange = (value) =>
  value.replace(/\\u([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))

/** A text without an end ends with the value: looked for again from every quote, it would take long. */
const jsonSpace = /("(?:[^"\\]|\\.)*"?)|\s+/g
const jsonMark = /("(?:[^"\\]|\\.)*"?)|([:,])/g

/** A JSON text without the spaces between its marks, as most libraries write it. */
export const jsonCompact: ValueChange = (value) =>
  looksLikeJson(value) ? value.replace(jsonSpace, (_, text) => text ?? '') : value

/** A JSON text with a space after each mark, as Python writes it. */
export const jsonSpaced: ValueChange = (value) =>
  looksLikeJson(value)
    ? jsonCompact(value).replace(jsonMark, (_, text, mark) => text ?? `${mark} `)
    : value

/** PHP's `json_encode` escapes slashes. */
export const slashesEscaped: ValueChange = (value) =>
  looksLikeJson(value) ? value.replace(/(?<!\\)\//g, '\\/') : value

export const slashesUnescaped: ValueChange = (value) => value.replaceAll('\\/', '/')

export const trimmed: ValueChange = (value) => value.trim()

export const windowsLines: ValueChange = (value) => value.replace(/\r?\n/g, '\r\n')

export const unixLines: ValueChange = (value) => value.replaceAll('\r\n', '\n')

/** Java's text of a missing value. */
export const nullForEmpty: ValueChange = (value) => (value === '' ? 'null' : value)

/** What a charset without the character leaves of it. */
export const questionMarks: ValueChange = (value) => value.replace(/[^\0-\x7f]/gu, '?')

function looksLikeJson(value: string): boolean {
  return value.startsWith('{') || value.startsWith('[')
}
