type Row = readonly string[]

/** Columns of equal width, two spaces between and before them. */
export function inColumns(rows: readonly Row[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell))
    })
  }
  return rows.map((row) =>
    `  ${row.map((cell, at) => padded(cell, widths[at] ?? 0)).join('  ')}`.trimEnd(),
  )
}

/** Chinese text takes two cells of a terminal for each character. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

function displayWidth(cell: string): number {
  let width = 0
  for (const character of cell) width += wide.test(character) ? 2 : 1
  return width
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(width - displayWidth(cell))
}
