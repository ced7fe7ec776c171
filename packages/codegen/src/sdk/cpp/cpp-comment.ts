import { type CodeWriter, oneLine } from '../writer.ts'

/** Lines of documentation: each text once, none that is empty. */
export function writeComment(writer: CodeWriter, texts: readonly string[]): void {
  for (const text of new Set(texts.map(oneLine))) {
    if (text !== '') writer.line(`/// ${text}${endsOpen(text) ? '.' : ''}`)
  }
}

/** A backslash at the end, or the trigraph of one, would draw the next line into the comment. */
function endsOpen(text: string): boolean {
  return text.endsWith('\\') || text.endsWith('??/')
}
