import { isJsonObject, type JsonValue } from '@topgate/contracts'

/**
 * JSON text of a value as it was read: every digit of every number, members in their order. Names
 * are those of columns, so none needs an escape.
 */
export function jsonText(value: JsonValue): string {
  if (typeof value === 'bigint') return String(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (!isJsonObject(value)) {
    return 'decimal' in value ? value.decimal : `[${value.map(jsonText).join(',')}]`
  }
  let members = ''
  for (const [name, member] of value) {
    members += `${members === '' ? '' : ','}"${name}":${jsonText(member)}`
  }
  return `{${members}}`
}
