import type { Field } from '@topgate/contracts'

/** Stands for a value, or for its middle, that is nobody's business. */
export const HIDDEN = '***'

const CHARS_SHOWN_MAX = 64
const ENDS_SHOWN = 4

/**
 * What can name a person or open a door wherever it stands: addresses, numbers as long as a phone's
 * or an id's, texts as long as a secret.
 */
const telling =
  /:\/\/|@|(?<![0-9])(?:1[3-9][0-9]{9,10}|2088[0-9]{8,16}|[0-9]{17}[0-9Xx])(?![0-9])|[0-9A-Za-z]{30}/

/**
 * A value as it may be shown and kept. Health data and identifiers of people are hidden; of long
 * identifiers both ends stay, so that their owner knows which one it is. Business data is shown as
 * far as it has the form of its field, is short and names nobody.
 */
export function maskValue(text: string, field: Field): string {
  switch (field.privacy) {
    case 'H':
      return HIDDEN
    case 'I':
      return maskMiddle(text)
    case 'W':
    case 'B':
      return telling.test(text) || !hasForm(text, field) ? HIDDEN : cut(text, CHARS_SHOWN_MAX)
    default:
      return field.privacy satisfies never
  }
}

/** Somebody may have put something else there: then nobody knows what it is. */
function hasForm(text: string, field: Field): boolean {
  if (field.kind !== 'text') return /^[0-9a-z .:T/+-]*$/i.test(text)
  if (field.oneOf !== undefined) return field.oneOf.includes(text)
  return field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`, 'u').test(text)
}

function maskMiddle(text: string): string {
  // Only digits: a key of another system may be a word that says more.
  const isLong = /^[0-9]{11,}$/.test(text)
  return isLong ? text.slice(0, ENDS_SHOWN - 1) + HIDDEN + text.slice(-ENDS_SHOWN) : HIDDEN
}

/** The beginning of a longer text, and how many characters follow. */
export function cut(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text
  const shown = text.slice(0, charsMax).toWellFormed()
  return `${shown}…(+${text.length - charsMax})`
}

/** Whether something of the value is missing from what `maskValue` or `cut` left of it. */
export function isIncomplete(shown: string): boolean {
  return shown.includes(HIDDEN) || /…\(\+[0-9]+\)$/.test(shown)
}
