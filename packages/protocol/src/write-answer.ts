import {
  type ApiContract,
  type Field,
  type Fields,
  formatBeijing,
  topTypeName,
} from '@topgate/contracts'
import { escapeXml } from './escape-xml.ts'
import { itemName, responseRoot } from './names.ts'
import { writeJsonString } from './write-json-string.ts'

/** The three forms of an answer (top-protocol.md section 5). */
export type AnswerForm = 'json' | 'simplified' | 'xml'

const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8" ?>'

type Values = Readonly<Record<string, unknown>>

/** Writes the answers of an API. `request_id` is the last member of the root, as TOP has it. */
export type AnswerWriter = (answer: Values, form: AnswerForm, requestId: string) => string

/** The writer of an API: only declared fields are written, 64-bit integers as their digits. */
export function createAnswerWriter(api: ApiContract): AnswerWriter {
  const root = responseRoot(api.method)
  return (answer, form, requestId) => {
    if (form === 'xml') {
      const body = xmlMembers(api.response, answer)
      return `${XML_DECLARATION}<${root}>${body}<request_id>${requestId}</request_id></${root}>`
    }
    const members = jsonMembers(api.response, answer, form)
    const separator = members === '' ? '' : ','
    const object = `{${members}${separator}"request_id":"${requestId}"}`
    return form === 'simplified' ? object : `{"${root}":${object}}`
  }
}

function jsonMembers(fields: Fields, values: Values, form: AnswerForm): string {
  let members = ''
  for (const name in fields) {
    const field = fields[name]
    const value = values[name]
    if (field === undefined || value === undefined || value === null) continue
    members += `${members === '' ? '' : ','}"${name}":${jsonValue(field, value, form)}`
  }
  return members
}

function jsonValue(field: Field, value: unknown, form: AnswerForm): string {
  switch (field.kind) {
    case 'int64':
    case 'byte':
    case 'flag':
      return String(value)
    case 'struct':
      return `{${jsonMembers(field.fields, value as Values, form)}}`
    case 'list': {
      const items = (value as unknown[]).map((item) => jsonValue(field.item, item, form))
      if (form === 'simplified') return `[${items.join(',')}]`
      // Clients find the items by this name, which comes from the type and not from the field.
      return items.length === 0 ? '{}' : `{"${listItemName(field.item)}":[${items.join(',')}]}`
    }
    default:
      return writeJsonString(textValue(field, value))
  }
}

function xmlMembers(fields: Fields, values: Values): string {
  let members = ''
  for (const name in fields) {
    const field = fields[name]
    const value = values[name]
    if (field === undefined || value === undefined || value === null) continue
    members += `<${name}>${xmlValue(field, value)}</${name}>`
  }
  return members
}

function xmlValue(field: Field, value: unknown): string {
  switch (field.kind) {
    case 'int64':
    case 'byte':
    case 'flag':
      return String(value)
    case 'struct':
      return xmlMembers(field.fields, value as Values)
    case 'list': {
      const name = listItemName(field.item)
      return (value as unknown[])
        .map((item) => `<${name}>${xmlValue(field.item, item)}</${name}>`)
        .join('')
    }
    default:
      return escapeXml(textValue(field, value))
  }
}

function listItemName(item: Field): string {
  return itemName(topTypeName(item))
}

/** The kinds whose wire form is text. */
function textValue(field: Field, value: unknown): string {
  if (field.kind === 'moment') return formatBeijing(Number(value))
  if (field.kind === 'json' && typeof value === 'object' && value !== null && 'text' in value) {
    return String(value.text)
  }
  return String(value)
}

/** An error as clients parse it: members in TOP's order, absent ones left out. */
export interface ErrorAnswer {
  readonly code: number
  readonly msg: string
  readonly sub_code?: string | undefined
  readonly sub_msg?: string | undefined
  readonly request_id: string
}

/**
 * The Go client cuts the first 18 bytes off an error, so JSON starts exactly with
 * `{"error_response":` and nothing follows the last brace.
 */
export function writeError(error: ErrorAnswer, form: AnswerForm): string {
  const { code, msg, sub_code, sub_msg, request_id } = error
  if (form !== 'xml') {
    return JSON.stringify({ error_response: { code, msg, sub_code, sub_msg, request_id } })
  }
  const members = Object.entries({ code, msg, sub_code, sub_msg, request_id })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
  return `${XML_DECLARATION}<error_response>${members.join('')}</error_response>`
}
