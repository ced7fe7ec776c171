/** A redirect inside a redirect inside a redirect: deeper percent-encoding is not unpacked. */
export const DECODINGS_MAX = 3

/** Without any layer of percent-encoding. */
export function decoded(text: string): string {
  let current = text
  for (let round = 0; round < DECODINGS_MAX; round += 1) {
    const next = decodedOnce(current)
    if (next === current) break
    current = next
  }
  return current
}

export function decodedOnce(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    // A percent sign that encodes nothing: the text stands for itself.
    return text
  }
}
