import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Reply, RequestHeaders } from './http-call.ts'

const gzipBytes = promisify(gzip)

/** Below it a compressed answer saves no packet, and costs more than it saves. */
export const GZIP_CHARS_MIN = 1024

/**
 * The reply as it goes over the wire: compressed when the client asked for gzip and the answer is
 * not small. A promise only then; packing happens outside of the event loop.
 */
export function encodeReply(reply: Reply, headers: RequestHeaders): Reply | Promise<Reply> {
  if (reply.body.length < GZIP_CHARS_MIN) return reply
  const varied = { ...reply, headers: { ...reply.headers, Vary: 'Accept-Encoding' } }
  if (!acceptsGzip(headers['accept-encoding']?.toString())) return varied
  return gzipBytes(reply.body).then((packed) => ({
    ...varied,
    headers: { ...varied.headers, 'Content-Encoding': 'gzip' },
    packed,
  }))
}

const coding =
  /^[ \t]*([\w!#$%&'*+.^`|~-]+)[ \t]*(?:;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[ \t]*)?$/i

/** RFC 9110, 12.5.3: gzip is named or meant by `*`, not refused, and no less liked than `identity`. */
export function acceptsGzip(header: string | undefined): boolean {
  if (header === undefined) return false
  const liked = new Map<string, number>()
  for (const item of header.split(',')) {
    const [, name = '', q = '1'] = coding.exec(item) ?? []
    if (name !== '') liked.set(name.toLowerCase(), Number(q))
  }
  const gzipLiked = liked.get('gzip') ?? liked.get('x-gzip') ?? liked.get('*') ?? 0
  return gzipLiked > 0 && gzipLiked >= (liked.get('identity') ?? 0)
}
