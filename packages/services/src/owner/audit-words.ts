const CHARS_MAX = 256

/** What was changed, as the command line said it, cut to what a line of the audit holds. */
export function auditWords(...words: readonly string[]): string {
  const text = words
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .join(' ')
  return text.length > CHARS_MAX ? `${text.slice(0, CHARS_MAX - 1)}…` : text
}

/** Settings as the options that they came by. */
export function flagsOf(settings: Readonly<Record<string, string>>, prefix = ''): string {
  return Object.entries(settings)
    .map(([name, value]) => `--${prefix}${name} ${value}`)
    .join(' ')
}
