/** What keeps a file from being read at all, with the line where it was noticed. */
export class FileProblem extends Error {
  constructor(line: number, words: string) {
    super(`line ${line}: ${words}`)
    this.name = 'FileProblem'
  }
}

/** A row as it stands in a file: nothing is known of its values yet. */
export interface FileRow {
  readonly kind: string
  /** Of its first character. */
  readonly line: number
  readonly texts: Readonly<Record<string, string>>
}
