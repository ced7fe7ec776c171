import { ProtocolError } from './protocol-error.ts'

/** A header of the form `value; name=text; name="text"`. Value and names are in lower case. */
export interface HeaderValue {
  readonly value: string
  readonly parameters: ReadonlyMap<string, string>
}

const valueForm = /^[ \t]*([^\s;,"]+)[ \t]*/
/** RFC 9110 lets a parameter be empty, and some clients end with a semicolon. */
const parameterForm = /;[ \t]*(?:([^\s;,"=]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+)))?[ \t]*/y

/**
 * Reads a Content-Type or Content-Disposition header. Quotes and spaces are optional, as clients
 * differ; a parameter given twice or anything left over makes the whole header unreadable.
 */
export function readHeaderValue(text: string): HeaderValue | undefined {
  const head = valueForm.exec(text)
  if (head === null) return undefined
  const parameters = new Map<string, string>()
  let at = head[0].length
  while (at < text.length) {
    parameterForm.lastIndex = at
    const match = parameterForm.exec(text)
    if (match === null) return undefined
    const [, name = '', quoted = '', plain] = match
    if (parameters.has(name.toLowerCase())) return undefined
    if (name !== '') parameters.set(name.toLowerCase(), plain ?? unquote(quoted))
    at = parameterForm.lastIndex
  }
  return { value: (head[1] ?? '').toLowerCase(), parameters }
}

function unquote(quoted: string): string {
  return quoted.replace(/\\(["\\])/g, '$1')
}

/** Refuses a declared character set other than UTF-8; none declared means UTF-8. */
export function checkCharset(header: HeaderValue): void {
  const charset = header.parameters.get('charset')?.toLowerCase() ?? 'utf-8'
  if (charset !== 'utf-8' && charset !== 'utf8') {
    throw new ProtocolError('encoding', 'the character set must be UTF-8')
  }
}
