const SHOWN = 4
const STARS = '****'

/** `2088****5678`: both ends stay; of what is too short to hide anything, nothing does. */
export function masked(identifier: string): string {
  const characters = [...identifier]
  if (characters.length < 3 * SHOWN) return '*'.repeat(characters.length)
  return characters.slice(0, SHOWN).join('') + STARS + characters.slice(-SHOWN).join('')
}
