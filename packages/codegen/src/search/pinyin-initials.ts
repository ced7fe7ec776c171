/**
 * The first character of each letter in the order of pinyin. Where a character sorts between them
 * says with which letter its reading begins: the order is that of the runtime, so no table of
 * twenty thousand readings has to be shipped. I, U and V begin no syllable.
 */
const boundaries: readonly (readonly [letter: string, first: string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
]

const order = new Intl.Collator('zh-u-co-pinyin')
const isHan = /\p{Script=Han}/u

/** The initials of a text: 公益三小时 is `gysxs`; letters and digits stay, everything else goes. */
export function pinyinInitials(text: string): string {
  let initials = ''
  for (const character of text.toLowerCase()) {
    if (/[a-z0-9]/.test(character)) initials += character
    else if (isHan.test(character)) initials += initialOf(character)
  }
  return initials
}

function initialOf(character: string): string {
  const found = boundaries.findLast(([, first]) => order.compare(first, character) <= 0)
  return found?.[0] ?? ''
}
