import type { IncomingMessage } from 'node:http'
import type { HttpLimits } from './http-limits.ts'

/** Limits of one request line and head that nobody needs to change (reliability.md section 7). */
const REQUEST_LINE_BYTES_MAX = 8 * 1024
const HEADER_BYTES_MAX = 8 * 1024
const HEADERS_MAX = 64

/** The status for a request that is not served at all, decided from its head alone. */
export function headStatus(
  request: IncomingMessage,
  { bodyBytesMax }: Pick<HttpLimits, 'bodyBytesMax'>,
): number | undefined {
  const { rawHeaders, headers, url = '' } = request
  if (url.length > REQUEST_LINE_BYTES_MAX) return 414
  if (!url.startsWith('/') || !isFramedPlainly(request)) return 400
  if (rawHeaders.length / 2 > HEADERS_MAX) return 431
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    const value = rawHeaders[at + 1] ?? ''
    if (name.length > HEADER_BYTES_MAX || value.length > HEADER_BYTES_MAX) return 431
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1
  }
  if (hosts > 1 || (hosts === 0 && request.httpVersion === '1.1')) return 400
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return 415
  if (Number(headers['content-length'] ?? 0) > bodyBytesMax) return 413
  return undefined
}

/**
 * The runtime's parser takes every version from 0.9 to 2.0, and codings that nobody undoes in front
 * of `chunked`. Other readers would end the body elsewhere, or read another one.
 */
function isFramedPlainly({ httpVersion, headers }: IncomingMessage): boolean {
  const coding = headers['transfer-encoding']
  if (httpVersion === '1.1') return coding === undefined || coding.toLowerCase() === 'chunked'
  return httpVersion === '1.0' && coding === undefined
}
