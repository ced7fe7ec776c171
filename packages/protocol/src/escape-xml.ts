/**
 * Text as it may stand in XML 1.0 content or an attribute. Characters that XML 1.0 cannot carry, not
 * even as references, are dropped. A carriage return becomes a reference, because a parser would
 * read a bare one as a line feed.
 */
export function escapeXml(text: string): string {
  const source = text.isWellFormed() ? text : text.replace(/\p{Surrogate}/gu, '')
  let escaped = ''
  let copied = 0
  for (let at = 0; at < source.length; at += 1) {
    const replacement = replacementOf(source.charCodeAt(at))
    if (replacement === undefined) continue
    escaped += source.slice(copied, at) + replacement
    copied = at + 1
  }
  return copied === 0 ? source : escaped + source.slice(copied)
}

function replacementOf(code: number): string | undefined {
  if (code > 0x3e) return code < 0xfffe ? undefined : ''
  if (code < 0x20) return code === 0x0d ? '&#13;' : code === 0x09 || code === 0x0a ? undefined : ''
  switch (code) {
    case 0x22:
      return '&quot;'
    case 0x26:
      return '&amp;'
    case 0x27:
      return '&apos;'
    case 0x3c:
      return '&lt;'
    case 0x3e:
      return '&gt;'
    default:
      return undefined
  }
}
