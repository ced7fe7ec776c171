/** Looks for a text in bytes in every form in which a careless program may have written it. */
export type Form = 'clear' | 'base64' | 'hex' | 'url-encoded'

interface Needle {
  readonly form: Form
  /** Lower case for forms whose letters may be of either case. */
  readonly text: string
}

/** In which forms `text` stands in `haystack`; none is what everybody hopes for. */
export function findForms(haystack: Haystack, text: string): Form[] {
  const found = needlesOf(text).filter(({ form, text: needle }) => {
    const where = form === 'hex' || form === 'url-encoded' ? haystack.lower : haystack.exact
    return where.includes(needle)
  })
  return [...new Set(found.map(({ form }) => form))]
}

/** Bytes as text, one character per byte: what is searched need not be UTF-8. */
export class Haystack {
  readonly exact: string
  readonly lower: string

  constructor(bytes: Uint8Array | string) {
    this.exact = Buffer.from(bytes as Uint8Array).toString('latin1')
    this.lower = this.exact.toLowerCase()
  }
}

function needlesOf(text: string): Needle[] {
  const bytes = Buffer.from(text)
  return [
    { form: 'clear', text: bytes.toString('latin1') },
    // As JSON writes what is not ASCII.
    { form: 'clear', text: escaped(text) },
    ...base64Of(bytes).flatMap((base64): Needle[] => [
      { form: 'base64', text: base64 },
      { form: 'base64', text: base64.replaceAll('+', '-').replaceAll('/', '_') },
    ]),
    { form: 'hex', text: bytes.toString('hex') },
    ...urlEncoded(bytes, text).map((needle): Needle => ({ form: 'url-encoded', text: needle })),
  ]
}

function escaped(text: string): string {
  return text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * The characters that are the same whatever stands before and after: base64 packs three bytes into
 * four characters, so that the text may begin at any of three places.
 */
function base64Of(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes])
    const whole = Math.floor(padded.length / 3) * 3
    return padded
      .subarray(0, whole)
      .toString('base64')
      .slice(before === 0 ? 0 : 4)
  })
}

/** Every byte escaped, and as programs do it, which leave letters and digits alone. */
function urlEncoded(bytes: Uint8Array, text: string): string[] {
  const all = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const usual = encodeURIComponent(text).toLowerCase()
  return usual === text.toLowerCase() ? [all] : [all, usual]
}
