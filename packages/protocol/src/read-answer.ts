import { type ApiContract, isJsonObject, type JsonValue } from '@topgate/contracts'
import { parseJson, writeJsonIndented } from './json-text.ts'
import { responseRoot } from './names.ts'
import { parseXml, writeXmlIndented, xmlContent } from './xml-text.ts'

/** What an answer says, read from any of its three forms. */
export type Outcome =
  | { readonly kind: 'success' }
  /** `error_response`: the gateway or the API refused the call. */
  | {
      readonly kind: 'error'
      readonly code: string
      readonly msg: string
      readonly subCode: string | undefined
      readonly subMsg: string | undefined
    }
  /** The call was fine and the API said no, in its own documented shape. */
  | { readonly kind: 'declined'; readonly code: string | undefined }
  | { readonly kind: 'unreadable' }

export interface Answer {
  readonly outcome: Outcome
  /** By which the call is found again. Undefined in what is no answer of a gateway. */
  readonly requestId: string | undefined
  /** The body on many lines, digits and escapes as they came. */
  readonly pretty: string
}

/** Reads the body of an answer to `method`; `api` is its contract when it is known. */
export function readAnswer(body: string, method: string, api: ApiContract | undefined): Answer {
  const read = body.trimStart().startsWith('<') ? readXml(body) : readJsonBody(body)
  if (read === undefined) {
    return { outcome: { kind: 'unreadable' }, requestId: undefined, pretty: body }
  }
  const { content, pretty } = read
  const error = find(content, 'error_response')
  // The simplified form has no root member.
  const root = error ?? find(content, responseRoot(method)) ?? content
  const outcome = error === undefined ? outcomeOf(root, api) : errorOf(error)
  return { outcome, requestId: textAt(root, 'request_id'), pretty }
}

interface Content {
  readonly content: JsonValue
  readonly pretty: string
}

function readJsonBody(body: string): Content | undefined {
  const parsed = parseJson(body)
  if ('problem' in parsed) return undefined
  return { content: parsed.value, pretty: writeJsonIndented(parsed.value) }
}

function readXml(body: string): Content | undefined {
  const element = parseXml(body)
  if (element === undefined) return undefined
  const content = new Map([[element.name, xmlContent(element)]])
  return { content, pretty: writeXmlIndented(element) }
}

function errorOf(error: JsonValue): Outcome {
  return {
    kind: 'error',
    code: textAt(error, 'code') ?? '',
    msg: textAt(error, 'msg') ?? '',
    subCode: textAt(error, 'sub_code'),
    subMsg: textAt(error, 'sub_msg'),
  }
}

function outcomeOf(root: JsonValue, api: ApiContract | undefined): Outcome {
  if (textAt(root, 'request_id') === undefined) return { kind: 'unreadable' }
  const rule = api?.outcome ?? null
  if (rule === null || textAt(root, rule.flag) === rule.success) return { kind: 'success' }
  return { kind: 'declined', code: textAt(root, rule.code) }
}

/** The value at a dotted path, in which a number is the place in a list. */
function find(value: JsonValue, path: string): JsonValue | undefined {
  let found: JsonValue | undefined = value
  for (const step of path.split('.')) {
    if (found === undefined || found === null) return undefined
    if (/^\d+$/.test(step)) found = itemsOf(found)[Number(step)]
    else found = isJsonObject(found) ? found.get(step) : undefined
  }
  return found
}

/** The standard form wraps a list into an object with one member, XML repeats that member. */
function itemsOf(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value
  if (value === null || !isJsonObject(value) || value.size !== 1) return []
  return [...value.values()].flat()
}

function textAt(value: JsonValue, path: string): string | undefined {
  const found = find(value, path)
  if (found === undefined || found === null || typeof found === 'object') return undefined
  return String(found)
}
