import type { Bilingual } from '@topgate/contracts'

/** The text in the reader's language, by the variables that POSIX has for it. English by default. */
export function inLanguageOf(
  env: Readonly<Record<string, string | undefined>>,
): (text: Bilingual) => string {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return locale.startsWith('zh') ? ({ zh }) => zh : ({ en }) => en
}

/**
 * The text with control characters made visible. What a gateway answers is printed on a terminal,
 * which would take an escape sequence in it as a command.
 */
export function printable(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
