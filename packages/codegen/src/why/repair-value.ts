import { type Field, isJsonObject, type JsonValue } from '@topgate/contracts'
import { isIncomplete, parseJson, writeJson } from '@topgate/protocol'
import { exampleText, jsonExample } from '../sample-values.ts'

/** Told of every path whose value was replaced by the one of the documentation. */
export type OnReplaced = (path: string) => void

/**
 * The text of a parameter that can be sent again: what was sent, as far as it was shown and is not
 * what the call was refused for, else the documented example. Undefined: leave the parameter out.
 */
export function repairParameter(
  name: string,
  field: Field,
  shown: string | undefined,
  culprit: string | null,
  onReplaced: OnReplaced,
): string | undefined {
  const example = () => {
    onReplaced(name)
    const isPlain = field.kind !== 'struct' && field.kind !== 'list'
    return isPlain ? exampleText(field) : jsonExample(field)
  }
  if (name === culprit) return example()
  if (shown === undefined || shown === '') {
    return field.need === 'required' ? example() : undefined
  }
  if (field.kind !== 'struct' && field.kind !== 'list') {
    return isIncomplete(shown) ? example() : shown
  }
  const read = parseJson(shown)
  if ('problem' in read) return isIncomplete(shown) ? example() : shown
  return repairJson(name, field, read.value, culprit, onReplaced) ?? example()
}

/** The JSON literal of one value; undefined for an optional one that is not there. */
function repairJson(
  path: string,
  field: Field,
  value: JsonValue | undefined,
  culprit: string | null,
  onReplaced: OnReplaced,
): string | undefined {
  const example = () => {
    onReplaced(path)
    return jsonExample(field)
  }
  if (path === culprit) return example()
  if (value === undefined || value === null || value === '') {
    return field.need === 'required' ? example() : undefined
  }
  if (field.kind === 'struct') {
    if (!isJsonObject(value)) return example()
    const members = Object.entries(field.fields).flatMap(([name, member]) => {
      const literal = repairJson(`${path}.${name}`, member, value.get(name), culprit, onReplaced)
      return literal === undefined ? [] : [`${JSON.stringify(name)}:${literal}`]
    })
    return `{${members.join(',')}}`
  }
  if (field.kind === 'list') {
    if (!Array.isArray(value)) return example()
    const items = value.map((item: JsonValue, at: number) =>
      repairJson(`${path}.${at}`, field.item, item, culprit, onReplaced),
    )
    return `[${items.join(',')}]`
  }
  return typeof value === 'string' && isIncomplete(value) ? example() : writeJson(value)
}
