import { validateHeaderValue } from 'node:http'
import type { Reply } from './http-call.ts'

/** The headers of an answer, whatever transport sends it. */
export function replyHeaders({
  contentType,
  body,
  packed,
  headers,
}: Reply): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Length': String(Buffer.byteLength(packed ?? body)),
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  }
}

/** Makes the text of a whole answer, as the runtime's HTTP server would write it; bytes if packed. */
export function createReplyText(
  keepAliveMs: number,
  callsMax: number,
): (reply: Reply, closes: boolean) => string | Uint8Array {
  const dateText = createHttpDate()
  const seconds = Math.floor(keepAliveMs / 1000)
  const keepAlive = `keep-alive\r\nKeep-Alive: timeout=${seconds}, max=${callsMax}`
  return ({ contentType, body, packed, headers }, closes) => {
    let head =
      `HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\n` +
      `Content-Length: ${Buffer.byteLength(packed ?? body)}\r\nX-Content-Type-Options: nosniff\r\n`
    for (const name in headers) {
      const value = headers[name] ?? ''
      // Here, too, no text from outside may begin a line of its own.
      validateHeaderValue(name, value)
      head += `${name}: ${value}\r\n`
    }
    const connection = closes ? 'close' : keepAlive
    head += `Date: ${dateText()}\r\nConnection: ${connection}\r\n\r\n`
    return packed === undefined ? head + body : Buffer.concat([Buffer.from(head), packed])
  }
}

/** The time for a `Date` header, made once a second. */
function createHttpDate(): () => string {
  let second = 0
  let text = ''
  return () => {
    const nowMs = Date.now()
    if (nowMs - second >= 1000) {
      second = nowMs - (nowMs % 1000)
      text = new Date(nowMs).toUTCString()
    }
    return text
  }
}
