import type { Bilingual } from '@topgate/contracts'
import { oneLine, quoted } from '../writer.ts'

export function javaBilingual({ zh, en }: Bilingual): string {
  return `new Bilingual(${quoted(zh)}, ${quoted(en)})`
}

export function javaStrings(texts: readonly string[]): string {
  return `List.of(${texts.map(quoted).join(', ')})`
}

/** The page has the whole text; a comment that nobody reads to its end is no help. */
const COMMENT_CHARS_MAX = 400

/** A comment with a line for every text that is not empty; no comment without any. */
export function javadoc(texts: readonly string[]): string[] {
  const lines = texts.map(commentText).filter((line) => line !== '')
  if (lines.length === 0) return []
  if (lines.length === 1) return [`/** ${lines[0]} */`]
  return ['/**', ...lines.map((line, index) => ` * ${index === 0 ? '' : '<p>'}${line}`), ' */']
}

/** Even in a comment Java reads escapes that begin with a backslash and u, and tags of its own. */
function commentText(text: string): string {
  const line = oneLine(text)
  const points = [...line]
  const short =
    points.length <= COMMENT_CHARS_MAX ? line : `${points.slice(0, COMMENT_CHARS_MAX).join('')}…`
  return short.replace(/[&<>\\@{}]|\*\//g, (text) =>
    [...text].map((letter) => `&#${letter.charCodeAt(0)};`).join(''),
  )
}
