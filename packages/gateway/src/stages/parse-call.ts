import { isAscii } from 'node:buffer'
import { Refusal } from '@topgate/contracts'
import {
  type AnswerForm,
  checkCharset,
  decodeUtf8,
  ParameterCollector,
  type Parameters,
  ProtocolError,
  readForm,
  readHeaderValue,
  readJsonBody,
  readMultipart,
} from '@topgate/protocol'
import type { HttpCall } from '../http-call.ts'

const PARTNER_ID_CHARS_MAX = 256

/** The parameters, and which of them were given again with the same value. */
export interface ReadParameters {
  readonly parameters: Parameters
  readonly repeated: readonly string[]
  /** A body that is signed as it is, behind the parameters of the query alone. */
  readonly signedBody?: SignedBody | undefined
}

export interface SignedBody {
  readonly query: Parameters
  readonly text: string
}

/** Refuses with 9 (verb), 43 and 47 (unreadable). What a call means is for the later stages. */
export function readParameters(http: HttpCall): ReadParameters {
  if (http.verb !== 'POST' && http.verb !== 'GET') throw new Refusal('http-action-not-allowed')
  return refusing(() => collect(http))
}

/** Turns what cannot be read into 43 or 47. */
export function refusing<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    const name = error.code === 'encoding' ? 'invalid-encoding' : 'parameter-error'
    throw new Refusal(name, { subMsg: error.detail })
  }
}

function collect(http: HttpCall): ReadParameters {
  const into = new ParameterCollector()
  readForm(textOfQuery(http.query), into)
  const signedBody = http.body.length > 0 ? readBody(http, into) : undefined
  if (into.files.length > 0) {
    throw new ProtocolError('parameter', `no API here takes a file: ${into.files[0]?.name}`)
  }
  checkPartner(into.values)
  return { parameters: into.values, repeated: into.repeated, signedBody }
}

export function checkPartner(parameters: Parameters): void {
  const partner = parameters.get('partner_id')
  if (partner !== undefined && partner.length > PARTNER_ID_CHARS_MAX) {
    throw new ProtocolError('parameter', `partner_id is over ${PARTNER_ID_CHARS_MAX} characters`)
  }
}

/** Clients escape everything that is not ASCII; raw bytes are read as the UTF-8 that they must be. */
export function textOfQuery(query: string): string {
  return ascii.test(query) ? query : decodeUtf8(Buffer.from(query, 'latin1'))
}

const ascii = /^[ -~]*$/

function readBody(http: HttpCall, into: ParameterCollector): SignedBody | undefined {
  if (http.verb === 'GET') {
    throw new ProtocolError('parameter', 'a GET call has no body: put parameters into the query')
  }
  const contentType = http.contentType ?? ''
  switch (mediaTypeOf(contentType)) {
    case FORM:
      readForm(textOf(http.body), into)
      return undefined
    case MULTIPART:
      readMultipart(http.body, contentType, into)
      return undefined
    case JSON_TYPE: {
      const signed = { query: new Map(into.values), text: textOf(http.body) }
      readJsonBody(signed.text, into)
      return signed
    }
    default:
      throw new ProtocolError('parameter', `send the body as ${FORM}, ${MULTIPART} or ${JSON_TYPE}`)
  }
}

/** The media type without its parameters, in lower case; 47 for a character set but UTF-8. */
export function mediaTypeOf(contentType: string): string {
  if (usualForms.has(contentType)) return FORM
  const header = readHeaderValue(contentType)
  if (header === undefined) return ''
  if (readable.has(header.value)) checkCharset(header)
  return header.value
}

/** Nearly all forms are ASCII, which needs no decoder. */
export function textOf(body: Uint8Array): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return isAscii(bytes) ? bytes.toString('latin1') : decodeUtf8(body)
}

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'
const JSON_TYPE = 'application/json'
/** The body of a batch. */
export const PLAIN_TEXT = 'text/plain'
const readable: ReadonlySet<string> = new Set([FORM, MULTIPART, JSON_TYPE, PLAIN_TEXT])
/** As most clients write it; anything else is read with care. */
const usualForms: ReadonlySet<string> = new Set(
  ['', ';charset=UTF-8', '; charset=UTF-8', ';charset=utf-8', '; charset=utf-8'].map(
    (charset) => FORM + charset,
  ),
)

const PEEK_BYTES_MAX = 64 * 1024
/** As it stands in forms, in parts and in JSON. Bounded in lines, so that no body takes long. */
const formatIn: readonly RegExp[] = [
  /(?:^|&)format=(json|xml)(?:&|$)/,
  /name="?format"?[^\r\n]{0,100}\r?\n(?:[^\r\n]{1,100}\r?\n){0,3}\r?\n(json|xml)\r?\n/,
  /"format": ?"(json|xml)"/,
]

/**
 * The form to answer in when the call cannot be read: what it seems to ask for, else XML, which is
 * the default of the protocol.
 */
export function guessForm(http: HttpCall): AnswerForm {
  const body = new TextDecoder('latin1').decode(http.body.subarray(0, PEEK_BYTES_MAX))
  return askedIn(http.query) ?? askedIn(body) ?? 'xml'
}

function askedIn(text: string): AnswerForm | undefined {
  for (const format of formatIn) {
    const found = format.exec(text)?.[1]
    if (found !== undefined) return found === 'json' ? 'json' : 'xml'
  }
  return undefined
}

/** The form that the parameters ask for; XML when `format` is absent or not one of ours. */
export function answerForm(parameters: Parameters): AnswerForm {
  if (parameters.get('format') !== 'json') return 'xml'
  return isTrue(parameters.get('simplify')) ? 'simplified' : 'json'
}

function isTrue(simplify: string | undefined): boolean {
  return simplify === '1' || simplify?.toLowerCase() === 'true'
}

const simplifyForm = /^(?:true|false|1|0)?$/i

/** 23 for a format that we do not write, 43 for a `simplify` that is neither true nor false. */
export function checkFormat(parameters: Parameters): void {
  const format = parameters.get('format')
  if (format !== undefined && format !== '' && format !== 'json' && format !== 'xml') {
    throw new Refusal('invalid-format')
  }
  const simplify = parameters.get('simplify')
  if (simplify !== undefined && !simplifyForm.test(simplify)) {
    throw new Refusal('parameter-error', { subMsg: 'simplify is true or false' })
  }
}
