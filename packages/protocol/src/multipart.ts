import { checkCharset, type HeaderValue, readHeaderValue } from './header-value.ts'
import type { ParameterCollector } from './parameters.ts'
import { ProtocolError, showName } from './protocol-error.ts'
import { decodeUtf8 } from './utf8.ts'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const MINUS = 0x2d

export const PART_HEAD_BYTES_MAX = 4096

/**
 * Reads a `multipart/form-data` body: text parts become parameters, parts with a file name become
 * files. It takes what the known clients write and refuses what two readers could read differently:
 * text before the first delimiter or after the last, unknown part headers, nested parts. Each part
 * counts as a pair, so their number is bounded by the collector. Time is linear.
 */
export function readMultipart(
  bytes: Uint8Array,
  contentType: string,
  into: ParameterCollector,
): void {
  const delimiter = delimiterOf(contentType)
  let at = passFirstDelimiter(bytes, delimiter)
  while (!isClosing(bytes, at)) {
    at = expectLineEnd(bytes, at)
    into.countPair()
    const headEnd = findHeadEnd(bytes, at)
    const part = readHead(bytes.subarray(at, headEnd))
    const start = headEnd + 4
    const end = findDelimiter(bytes, delimiter, start)
    addPart(part, bytes.subarray(start, end), into)
    at = end + delimiter.length
  }
  if (at + 2 < bytes.length && expectLineEnd(bytes, at + 2) < bytes.length) {
    throw refusal('something follows the last part')
  }
}

function refusal(reason: string): ProtocolError {
  return new ProtocolError('parameter', `multipart body: ${reason}`)
}

/** The characters that RFC 2046 allows; the last one may not be a space. */
const boundaryForm = /^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/

/** The bytes between two parts: CRLF, two hyphens and the boundary. */
function delimiterOf(contentType: string): Uint8Array {
  const header = readHeaderValue(contentType)
  const boundary = header?.parameters.get('boundary')
  if (header?.value !== 'multipart/form-data' || boundary === undefined) {
    throw refusal('multipart/form-data with a boundary expected')
  }
  checkCharset(header)
  if (!boundaryForm.test(boundary)) throw refusal('bad boundary')
  return new TextEncoder().encode(`\r\n--${boundary}`)
}

/** The CRLF of the first delimiter is written by the Java client and left out by the others. */
function passFirstDelimiter(bytes: Uint8Array, delimiter: Uint8Array): number {
  if (startsWith(bytes, delimiter, 0)) return delimiter.length
  if (startsWith(bytes, delimiter.subarray(2), 0)) return delimiter.length - 2
  throw refusal('it does not begin with its boundary')
}

function isClosing(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === MINUS && bytes[at + 1] === MINUS
}

function expectLineEnd(bytes: Uint8Array, at: number): number {
  if (isLineEnd(bytes, at)) return at + 2
  throw refusal('a line end is missing after a boundary')
}

function isLineEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED
}

function findHeadEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at <= from + PART_HEAD_BYTES_MAX && at < bytes.length; at += 1) {
    if (isLineEnd(bytes, at) && isLineEnd(bytes, at + 2)) return at
  }
  throw refusal(`no end of the part headers within ${PART_HEAD_BYTES_MAX} bytes`)
}

function findDelimiter(bytes: Uint8Array, delimiter: Uint8Array, from: number): number {
  // Some readers let the empty line of the headers double as the line end of the delimiter.
  if (startsWith(bytes, delimiter.subarray(2), from)) throw refusal('part without a body')
  // A delimiter holds its only CR in front, so a failed comparison never has to be gone over again.
  for (let at = from; at < bytes.length; at += 1) {
    if (isLineEnd(bytes, at) && startsWith(bytes, delimiter, at)) return at
  }
  throw refusal('the closing boundary is missing')
}

function startsWith(bytes: Uint8Array, pattern: Uint8Array, from: number): boolean {
  for (let at = 0; at < pattern.length; at += 1) {
    if (bytes[from + at] !== pattern[at]) return false
  }
  return true
}

interface PartHead {
  readonly name: string
  readonly filename: string | undefined
}

/** What the clients send. An unknown header is how a name breaks out of its quotes. */
const headerNames: ReadonlySet<string> = new Set([
  'content-disposition',
  'content-type',
  'content-transfer-encoding',
  'content-length',
])

const plainEncodings: ReadonlySet<string> = new Set(['7bit', '8bit', 'binary'])

function readHead(bytes: Uint8Array): PartHead {
  const headers = readHeaders(decodeUtf8(bytes))
  const encoding = headers.get('content-transfer-encoding')
  if (encoding !== undefined && !plainEncodings.has(encoding.toLowerCase())) {
    throw refusal('transfer encoding other than 7bit, 8bit or binary')
  }
  const part = readDisposition(headers.get('content-disposition') ?? '')
  const contentType = headers.get('content-type')
  if (contentType !== undefined) checkPartType(part, contentType)
  return part
}

function readHeaders(head: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase()
    if (!headerNames.has(name)) throw refusal(`unexpected part header: ${showName(name)}`)
    if (headers.has(name)) throw refusal(`part header given twice: ${name}`)
    if (/\p{Control}/u.test(line)) throw refusal('control character in a part header')
    headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

/** The Python client writes the type `file` instead of `form-data` for its files. */
function readDisposition(text: string): PartHead {
  const header = readHeaderValue(text)
  const name = header?.parameters.get('name')
  if (header === undefined || name === undefined || header.parameters.has('name*')) {
    throw refusal('unreadable Content-Disposition of a part')
  }
  const filename = header.parameters.get('filename') ?? header.parameters.get('filename*')
  const isKnown =
    header.value === 'form-data' || (header.value === 'file' && filename !== undefined)
  if (!isKnown) throw refusal(`unknown disposition of part ${showName(name)}`)
  return { name, filename }
}

function checkPartType(part: PartHead, contentType: string): void {
  const type: HeaderValue | undefined = readHeaderValue(contentType)
  if (type === undefined || type.value.startsWith('multipart/')) {
    throw refusal(`unacceptable Content-Type of part ${showName(part.name)}`)
  }
  if (part.filename === undefined) checkCharset(type)
}

function addPart(part: PartHead, content: Uint8Array, into: ParameterCollector): void {
  if (part.filename === undefined) into.add(part.name, decodeUtf8(content, part.name))
  else into.addFile({ name: part.name, filename: part.filename, bytes: content })
}
