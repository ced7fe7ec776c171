import {
  type ApiContract,
  type Fields,
  isJsonObject,
  type JsonValue,
  type StructField,
} from '@topgate/contracts'
import { didYouMean, type Parameters, parseJson, publicParameters } from '@topgate/protocol'

/**
 * What the gateway would refuse for certain, all of it at once: names that the API does not have,
 * text that is not the JSON of a struct, and required parameters that are absent. Empty is absent.
 */
export function findParameterTroubles(api: ApiContract, parameters: Parameters): string[] {
  const troubles: string[] = []
  const known = Object.keys(api.request)
  for (const name of parameters.keys()) {
    if (!known.includes(name) && !publicParameters.has(name)) {
      troubles.push(`${api.method} has no parameter ${name}${didYouMean(name, known)}`)
    }
  }
  checkFields(api.request, (name) => parameters.get(name), '', troubles)
  return troubles
}

type Raw = JsonValue | undefined

function checkFields(
  fields: Fields,
  rawOf: (name: string) => Raw,
  path: string,
  troubles: string[],
): void {
  for (const [name, field] of Object.entries(fields)) {
    const value = rawOf(name)
    if (value === undefined || value === null || value === '') {
      if (field.need === 'required') {
        troubles.push(`${path}${name} is required${exampleHint(field.example)}`)
      }
    } else if (field.kind === 'struct') {
      checkStruct(field, value, path + name, troubles)
    }
  }
}

function checkStruct(
  struct: StructField,
  value: JsonValue,
  path: string,
  troubles: string[],
): void {
  const parsed = typeof value === 'string' ? parseJson(value) : { value }
  if ('problem' in parsed) {
    troubles.push(`${path} is not JSON: ${parsed.problem}`)
    return
  }
  const object = parsed.value
  if (object === null || !isJsonObject(object)) {
    troubles.push(`${path} must be a JSON object`)
    return
  }
  checkFields(struct.fields, (name) => object.get(name), `${path}.`, troubles)
  const { anyOf } = struct
  if (anyOf !== undefined && !anyOf.some((name) => isPresent(object.get(name)))) {
    troubles.push(`${path} needs at least one of ${anyOf.join(', ')}`)
  }
}

function isPresent(value: Raw): boolean {
  return value !== undefined && value !== null && value !== ''
}

function exampleHint(example: string | undefined): string {
  const isShort = example !== undefined && example.length <= 40 && !example.includes('*')
  return isShort ? ` (for example ${example})` : ''
}
