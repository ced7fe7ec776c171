/** Longer landing URLs than this many UTF-8 bytes are kept, with a flag. */
const PLAIN_BYTES_MAX = 4096
/** A redirect inside a redirect inside a redirect: deeper percent-encoding is not unpacked. */
const DECODINGS_MAX = 3
const PERSONAL =
  'phone|phonenumber|mobile|mobilephone|tel|name|realname|username|idno|idcard|idnumber|certno|openid|unionid'
const personalKey = new RegExp(`^(?:${PERSONAL})$`)
const personalPairInside = new RegExp(`(?:^|[?&#;/])(?:${PERSONAL})=`)

export type AdUrlFlag = 'LONG_URL' | 'BAD_AD_URL' | 'PII_CUT' | 'REPEATED_KEY' | 'UNREPLACED_MACRO'

/** What a landing URL says. Plain text only: nothing here ever opens it. */
export interface AdUrl {
  /** The text to store: as sent, without the values of personal keys. */
  readonly text: string
  /** The opaque click token of the medium. */
  readonly click_id: string | undefined
  readonly goods_code: string | undefined
  readonly flags: readonly AdUrlFlag[]
}

interface Pair {
  readonly key: string
  readonly value: string
}

/**
 * Reads a landing URL as the medium filled it in. Never fails: losing a conversion because of its
 * URL would be worse than keeping a useless one, so every oddity is only a flag.
 */
export function readAdUrl(sent: string): AdUrl {
  const flags = new Set<AdUrlFlag>()
  if (Buffer.byteLength(sent) > PLAIN_BYTES_MAX) flags.add('LONG_URL')
  if (!isWebAddress(sent)) flags.add('BAD_AD_URL')
  // The separators stay in the list, so that joining it gives the text back.
  const pieces = sent.split(/([?&#])/)
  const kept = pieces.map(withoutPersonalValue)
  if (kept.some((piece, at) => piece !== pieces[at])) flags.add('PII_CUT')
  const pairs = flags.has('BAD_AD_URL') ? [] : pairsOf(kept.slice(1))
  if (new Set(pairs.map(({ key }) => key)).size < pairs.length) flags.add('REPEATED_KEY')
  const filled = pairs.filter(({ value }) => !isMacro(value))
  if (filled.length < pairs.length) flags.add('UNREPLACED_MACRO')
  return {
    text: kept.join(''),
    click_id: firstValue(filled, 'clickid'),
    goods_code: firstValue(filled, 'goodscode'),
    flags: [...flags],
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\\]+$/i.test(text) && URL.canParse(text)
}

/** A placeholder such as `__CLICKID__` that the medium forgot to fill in. */
function isMacro(value: string): boolean {
  return /^__[A-Za-z0-9_]+__$/.test(value)
}

function withoutPersonalValue(piece: string): string {
  const equals = piece.indexOf('=')
  if (equals < 0) return piece
  const isPersonal =
    personalKey.test(plainKey(piece.slice(0, equals))) ||
    personalPairInside.test(decoded(piece.slice(equals + 1)).toLowerCase())
  return isPersonal ? piece.slice(0, equals + 1) : piece
}

/** Both queries of a single-page app count: the one before `#` and the one inside the fragment. */
function pairsOf(pieces: readonly string[]): Pair[] {
  return pieces.flatMap((piece) => {
    const equals = piece.indexOf('=')
    if (equals < 0) return []
    const key = plainKey(piece.slice(0, equals))
    return [{ key, value: decodedOnce(piece.slice(equals + 1)) }]
  })
}

/** `&amp;clickId`, `click_id` and `CLICKID` are one key. */
function plainKey(key: string): string {
  const name = decoded(key)
  return name
    .slice(Math.max(name.lastIndexOf(';'), name.lastIndexOf('/')) + 1)
    .replace(/[\s_-]/g, '')
    .toLowerCase()
}

function decoded(text: string): string {
  let current = text
  for (let round = 0; round < DECODINGS_MAX; round += 1) {
    const next = decodedOnce(current)
    if (next === current) break
    current = next
  }
  return current
}

function decodedOnce(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    // A percent sign that encodes nothing: the text stands for itself.
    return text
  }
}

function firstValue(pairs: readonly Pair[], key: string): string | undefined {
  return pairs.find((pair) => pair.key === key && pair.value !== '')?.value
}
