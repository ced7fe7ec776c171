const NICK_STARS = '*********'
const IDENTIFIER_STARS = '*****'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * First and last character as people see them (an emoji family is one), between them always nine
 * stars, which hide the length. Of two characters only the first shows, of one none.
 */
export function maskNick(nick: string): string {
  const characters = Array.from(graphemes.segment(nick), ({ segment }) => segment)
  const shown = characters.length > 1 ? characters[0] : ''
  const last = characters.length > 2 ? characters.at(-1) : ''
  return `${shown}${NICK_STARS}${last}`
}

/** One place per identifier: empty stays empty, given ones are stars of fixed length. */
export function maskIdentifiers(identifiers: readonly (string | undefined)[]): string {
  return identifiers.map((given) => (given === undefined ? '' : IDENTIFIER_STARS)).join('_')
}
