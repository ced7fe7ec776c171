const UTF8 = new TextEncoder()

/**
 * A string literal of C and C++ whose value is this text in UTF-8. Octal escapes end after three
 * digits, whatever follows; `?` is escaped because two of them begin a trigraph in C.
 */
export function cLiteral(text: string): string {
  let literal = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (character === '"' || character === '\\' || character === '?') literal += `\\${character}`
    else if (code === 0x0a) literal += '\\n'
    else if (code < 0x20 || isInvisible(code)) literal += octalBytes(character)
    else literal += character
  }
  return `"${literal}"`
}

/** What compilers warn of, or what would make a literal read other than it is. */
function isInvisible(code: number): boolean {
  return (
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff
  )
}

function octalBytes(character: string): string {
  return Array.from(
    UTF8.encode(character),
    (byte) => `\\${byte.toString(8).padStart(3, '0')}`,
  ).join('')
}
