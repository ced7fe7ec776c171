/** A string as compact JSON. Unpaired surrogates leave as escapes, so the bytes are always UTF-8. */
export function writeJsonString(text: string): string {
  return JSON.stringify(text)
}
