import type { Bilingual } from '@topgate/contracts'
import type { CodeWriter } from '../writer.ts'
import { oneLine, quoted } from '../writer.ts'

export function csharpBilingual({ zh, en }: Bilingual): string {
  return `new Bilingual(${quoted(zh)}, ${quoted(en)})`
}

/** `body` between braces that have lines of their own. */
export function writeBlock(code: CodeWriter, head: string, body: () => void): void {
  code.line(head)
  code.block('{', body)
}

/** The page has the whole text; a comment that nobody reads to its end is no help. */
const COMMENT_CHARS_MAX = 400

/** A summary with a line for every text that is not empty; no comment without any. */
export function summary(texts: readonly string[]): string[] {
  const lines = texts.map(commentText).filter((line) => line !== '')
  if (lines.length === 0) return []
  if (lines.length === 1) return [`/// <summary>${lines[0]}</summary>`]
  const paragraphs = lines.slice(1).map((line) => `/// <para>${line}</para>`)
  return ['/// <summary>', `/// ${lines[0]}`, ...paragraphs, '/// </summary>']
}

/** The compiler reads comments as XML. */
function commentText(text: string): string {
  const points = [...oneLine(text)]
  const isShort = points.length <= COMMENT_CHARS_MAX
  const short = isShort ? points.join('') : `${points.slice(0, COMMENT_CHARS_MAX).join('')}…`
  return short.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
