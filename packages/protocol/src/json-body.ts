import {
  isJsonObject,
  JSON_DEPTH_MAX,
  JSON_MEMBERS_MAX,
  JSON_NUMBER_CHARS_MAX,
  type JsonValue,
} from '@topgate/contracts'
import { publicParameters } from './bind-request.ts'
import { JsonProblem, readJson } from './json-reader.ts'
import { writeJson } from './json-text.ts'
import type { ParameterCollector } from './parameters.ts'
import { ProtocolError } from './protocol-error.ts'

/** It is read beside all other calls, so it stays small; what is larger travels as a form. */
export const JSON_BODY_CHARS_MAX = 256 * 1024

/** One of them at least has come in the query, or the client knows nothing of this form. */
const namesOfCaller = ['method', 'app_key', 'sign']

/**
 * Reads a body of `application/json`: one object whose members are business parameters. Structs and
 * lists count as the JSON text that a form would carry, null as absent. Public parameters stay in
 * the query, where they are signed by name.
 */
export function readJsonBody(text: string, into: ParameterCollector): void {
  if (text.length > JSON_BODY_CHARS_MAX) {
    throw refusal(`over ${JSON_BODY_CHARS_MAX} characters: send a large call as a form`)
  }
  if (!namesOfCaller.some((name) => into.values.has(name))) {
    throw refusal('the public parameters, sign among them, belong into the query')
  }
  const body = parse(text)
  if (!isJsonObject(body)) throw refusal('one object with the parameters as members expected')
  for (const [name, value] of body) {
    into.countPair()
    if (publicParameters.has(name)) throw refusal(`${name} belongs into the query`)
    into.add(name, textOf(value))
  }
}

function parse(text: string): JsonValue {
  try {
    return readJson(text, {
      // One level for the object that holds them all.
      depthMax: JSON_DEPTH_MAX + 1,
      membersMax: JSON_MEMBERS_MAX,
      numberCharsMax: JSON_NUMBER_CHARS_MAX,
    })
  } catch (error) {
    if (error instanceof JsonProblem) throw refusal(`${error.reason} at ${error.at}`)
    throw error
  }
}

function textOf(value: JsonValue): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : writeJson(value)
}

function refusal(reason: string): ProtocolError {
  return new ProtocolError('parameter', `JSON body: ${reason}`)
}
