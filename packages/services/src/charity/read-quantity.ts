import { isJsonObject, type JsonText, type JsonValue } from '@topgate/contracts'
import type { RuleRow } from './tables.ts'

/** Keeps every product of minutes far inside the integers that a double counts exactly. */
export const QUANTITY_MAX = 1_000_000_000

/** Longer numbers are no quantity, and turning them into integers would only cost time. */
const INTEGER = /^-?(0|[1-9][0-9]{0,18})$/

/**
 * The quantity that a rule asks for: a JSON integer from 1 to `QUANTITY_MAX` at the path of the
 * rule. Undefined when `ori_content` does not have it.
 */
export function readQuantity(rule: RuleRow, content: JsonText | undefined): number | undefined {
  if (content === undefined) return undefined
  const quantity = memberAt(contentOf(rule, content.value), rule.quantity_path)
  if (typeof quantity !== 'bigint' || quantity < 1n || quantity > QUANTITY_MAX) return undefined
  return Number(quantity)
}

/** An object or array as JSON text inside a JSON string, where the rule does not expect that. */
export function isEncodedTwice(rule: RuleRow, content: JsonText | undefined): boolean {
  if (typeof content?.value !== 'string' || rule.decode_once === 1) return false
  const inner = decode(content.value)
  return inner !== undefined && (Array.isArray(inner) || isJsonObject(inner))
}

function contentOf(rule: RuleRow, value: JsonValue): JsonValue | undefined {
  return typeof value === 'string' && rule.decode_once === 1 ? decode(value) : value
}

function memberAt(value: JsonValue | undefined, path: string): JsonValue | undefined {
  let at = value
  for (const name of path.split('.')) {
    if (at === undefined || !isJsonObject(at)) return undefined
    at = at.get(name)
  }
  return at
}

/** The text is at most as long as `ori_content`; one that nests too deep for the parser is none. */
function decode(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text, exactly)
  } catch {
    return undefined
  }
}

/** Called from the leaves up, with the characters of every number, which are never rounded here. */
function exactly(_name: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value === 'number') {
    const source = context?.source ?? ''
    return INTEGER.test(source) ? BigInt(source) : { decimal: source }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return new Map(Object.entries(value))
}
