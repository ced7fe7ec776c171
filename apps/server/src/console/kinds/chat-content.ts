/**
 * A message as a person reads it: one line for each part of the stored JSON, the text alone without
 * its name. What is no object of texts is shown as it was stored.
 */
export function readableContent(stored: string): string {
  const parts = Object.entries(parse(stored))
  if (parts.length === 0) return stored
  return parts
    .map(([name, value]) => (name === 'text' ? textOf(value) : `${name}: ${textOf(value)}`))
    .join('\n')
}

function parse(stored: string): object {
  try {
    const content: unknown = JSON.parse(stored, exactNumbers)
    return typeof content === 'object' && content !== null ? content : {}
  } catch {
    return {}
  }
}

/** Numbers keep all the digits that were sent. */
function exactNumbers(_name: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? value) : value
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
