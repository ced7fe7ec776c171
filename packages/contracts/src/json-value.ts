/**
 * JSON as it arrived: integers of any size are bigint, every other number keeps its text, objects
 * are Maps, so that no number passes through a double and no member name can reach a prototype.
 */
export type JsonValue =
  | null
  | boolean
  | string
  | bigint
  | JsonDecimal
  | readonly JsonValue[]
  | JsonObject

export type JsonObject = ReadonlyMap<string, JsonValue>

/** A number that is not a plain integer (`1.5`, `1e3`, `-0`), as its text. */
export interface JsonDecimal {
  readonly decimal: string
}

/** JSON text inside a String field: the text as sent, byte for byte, and what it says. */
export interface JsonText {
  readonly text: string
  readonly value: JsonValue
  /** Some object in it names a member twice, where its field takes the last one. */
  readonly repeated?: true
}

export function isJsonObject(value: JsonValue): value is JsonObject {
  return value instanceof Map
}
