import { FileProblem, type FileRow } from './file-problem.ts'
import { readCsvRows } from './read-csv.ts'
import { readJsonRows } from './read-json-rows.ts'

export const FILE_BYTES_MAX = 32 * 1024 * 1024

/** The rows of a file, JSON or CSV by its first character. Throws a `FileProblem`. */
export function readRows(bytes: Uint8Array, kind: string | undefined): Generator<FileRow> {
  if (bytes.length > FILE_BYTES_MAX) {
    throw new FileProblem(1, `a file has at most ${FILE_BYTES_MAX / 1024 / 1024} MiB: cut it`)
  }
  const text = decode(bytes)
  return /^\s*[[{]/.test(text) ? readJsonRows(text, kind) : readCsvRows(text, kind)
}

/** With or without a byte order mark, as spreadsheets write one. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FileProblem(
      1,
      'the file is not UTF-8: save it as UTF-8 (in a spreadsheet: CSV UTF-8)',
    )
  }
}
