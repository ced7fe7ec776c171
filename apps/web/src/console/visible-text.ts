import { type Html, html, type Part } from '../html.ts'

/** Controls, and what changes the direction or cannot be seen: text may try to look like another. */
const hidden = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
/** Part of how families and flags are written. */
const JOINER = '\u200d'

/** Text of others, with a mark for each character that would stay unseen. */
export function visibleText(text: string): Html {
  const parts: Part[] = []
  let from = 0
  for (const { 0: character, index } of text.matchAll(hidden)) {
    if (character === JOINER || character === '\n') continue
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    parts.push(text.slice(from, index), html`<span class="mark">U+${code}</span>`)
    from = index + character.length
  }
  return html`${parts}${text.slice(from)}`
}
