/** The head of a call that is understood at sight. */
export interface PlainHead {
  /** The part of the target after `?`. */
  readonly query: string
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly bodyBytes: number
  /** The client asked for the connection to be closed behind the answer. */
  readonly closes: boolean
}

/** The head of a request, its blank line included, is looked for in so many bytes. */
export const PLAIN_HEAD_BYTES_MAX = 8 * 1024
export const PLAIN_BODY_BYTES_MAX = 64 * 1024
const PLAIN_HEADERS_MAX = 64

const headEnd = '\r\n\r\n'
/** Only characters of which every reader of HTTP thinks alike. */
const requestLine = /^POST \/router\/rest(?:\?([\w\-.~!$&'()*+,;=:@/?%]*))? HTTP\/1\.1$/
const fieldLine = /^([\w!#$%&'*+\-.^`|~]+):[ \t]*([ -~]*)$/
const length = /^\d{1,6}$/

/** They change how a request is framed, answered or read. */
const notPlain: ReadonlySet<string> = new Set([
  'transfer-encoding',
  'content-encoding',
  'expect',
  'upgrade',
  'trailer',
  'te',
])

/**
 * Reads the heads of plain calls: POST to the router in HTTP/1.1 with one Content-Length, every
 * header once and in visible ASCII. This is less than HTTP on purpose. Whatever is not certain is
 * `other`, and a full parser has the word; so the two can never disagree about where a body ends.
 */
export class PlainHeadReader {
  // A client repeats its headers, often to the letter, on one connection.
  #lines = ''
  #fields: Omit<PlainHead, 'query'> | undefined

  /** `bytes` begins with a request. `length` counts the head with its blank line. */
  read(bytes: Buffer): { head: PlainHead; length: number } | 'incomplete' | 'other' {
    const end = bytes.indexOf(headEnd)
    if (end < 0) {
      if (bytes.length >= PLAIN_HEAD_BYTES_MAX || !couldBePlain(bytes)) return 'other'
      if (hasBareLineFeed(bytes)) return 'other'
      return 'incomplete'
    }
    if (end > PLAIN_HEAD_BYTES_MAX) return 'other'
    const text = bytes.toString('latin1', 0, end)
    const lineEnd = text.indexOf('\r\n')
    if (lineEnd < 0) return 'other'
    const line = requestLine.exec(text.slice(0, lineEnd))
    if (line === null) return 'other'
    const fields = this.#fieldsOf(text.slice(lineEnd))
    if (fields === undefined) return 'other'
    return { head: { query: line[1] ?? '', ...fields }, length: end + headEnd.length }
  }

  #fieldsOf(lines: string): Omit<PlainHead, 'query'> | undefined {
    if (lines !== this.#lines) {
      this.#lines = lines
      this.#fields = readFields(lines)
    }
    return this.#fields
  }
}

const start = Buffer.from('POST /router/rest')

/** Whether what has arrived so far is, or begins, the start of a plain call. */
function couldBePlain(bytes: Buffer): boolean {
  const known = Math.min(bytes.length, start.length)
  return bytes.compare(start, 0, known, 0, known) === 0
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Such lines never come to the end that is waited for. */
function hasBareLineFeed(bytes: Buffer): boolean {
  let at = bytes.indexOf(LINE_FEED)
  while (at >= 0 && bytes[at - 1] === CARRIAGE_RETURN) at = bytes.indexOf(LINE_FEED, at + 1)
  return at >= 0
}

/** `lines` begins with the end of the request line. Undefined when one of them is not plain. */
function readFields(lines: string): Omit<PlainHead, 'query'> | undefined {
  const headers: Record<string, string> = Object.create(null)
  const fields = lines.slice(2).split('\r\n', PLAIN_HEADERS_MAX + 1)
  if (fields.length > PLAIN_HEADERS_MAX) return undefined
  for (const field of fields) {
    const parts = fieldLine.exec(field)
    if (parts === null) return undefined
    const name = (parts[1] ?? '').toLowerCase()
    if (headers[name] !== undefined || notPlain.has(name)) return undefined
    headers[name] = (parts[2] ?? '').trimEnd()
  }
  const connection = (headers.connection ?? 'keep-alive').toLowerCase()
  if (connection !== 'keep-alive' && connection !== 'close') return undefined
  const bodyLength = headers['content-length'] ?? ''
  if (!length.test(bodyLength) || !headers.host) return undefined
  const bodyBytes = Number(bodyLength)
  if (bodyBytes > PLAIN_BODY_BYTES_MAX) return undefined
  return { headers, bodyBytes, closes: connection === 'close' }
}
