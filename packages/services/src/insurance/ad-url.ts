import { type AdFacts, type AdField, readings } from './ad-media.ts'
import { DECODINGS_MAX, decoded, decodedOnce } from './percent-decoding.ts'
import { plainKey, withoutPersonalValue } from './personal-data.ts'

/** Longer landing URLs than this many UTF-8 bytes are kept, with a flag. */
const PLAIN_BYTES_MAX = 4096
/** What is longer, or holds a space, is no id or code of a medium: it stays in the sealed URL. */
const codeForm = /^[^\s\p{C}]{1,128}$/u

export type AdUrlFlag =
  | 'LONG_URL'
  | 'BAD_AD_URL'
  | 'DOUBLE_ENCODED'
  | 'PII_CUT'
  | 'REPEATED_KEY'
  | 'UNREPLACED_MACRO'
  | 'ODD_AD_VALUE'

/** What a landing URL says. Plain text only: nothing here ever opens it. */
export interface AdUrl {
  /** The text to store: as sent, without the values of personal keys. */
  readonly text: string
  /** The opaque click token of the medium. */
  readonly click_id: string | undefined
  readonly facts: AdFacts
  readonly flags: readonly AdUrlFlag[]
}

/**
 * Reads a landing URL as the medium filled it in. Never fails: losing a conversion because of its
 * URL would be worse than keeping a useless one, so every oddity is only a flag.
 */
export function readAdUrl(sent: string): AdUrl {
  const flags = new Set<AdUrlFlag>()
  if (sent.length * 3 > PLAIN_BYTES_MAX && Buffer.byteLength(sent) > PLAIN_BYTES_MAX) {
    flags.add('LONG_URL')
  }
  const address = unpackedAddress(sent)
  if (address === undefined) flags.add('BAD_AD_URL')
  else if (address !== sent) flags.add('DOUBLE_ENCODED')
  // The separators stay in the list, so that joining it gives the text back.
  const pieces = (address ?? sent).split(/([?&#])/)
  const kept = pieces.map((piece) => withoutPersonalValue(piece, readings))
  if (kept.some((piece, at) => piece !== pieces[at])) flags.add('PII_CUT')
  const { click_id, ...facts } = address === undefined ? {} : readPieces(kept, flags)
  return { text: kept.join(''), click_id, facts, flags: [...flags] }
}

/** The address as sent, or without the percent-encoding around the whole of it. */
function unpackedAddress(sent: string): string | undefined {
  let text = sent
  for (let round = 0; round <= DECODINGS_MAX; round += 1) {
    if (/^https?:\/\/[^\s\\?#]+(?:[?#].*)?$/is.test(text) && URL.canParse(text)) return text
    text = decodedOnce(text)
  }
  return undefined
}

type Read = { -readonly [F in AdField | 'platform' | 'landing']?: string }

/**
 * Both queries of a single-page app count: the one before `#` and the one inside the fragment. Of
 * a repeated key, and of two names for one thing, the first that is filled in wins.
 */
function readPieces([start = '', ...pieces]: readonly string[], flags: Set<AdUrlFlag>): Read {
  const read: Read = {}
  const landing = landingOf(start)
  if (landing !== undefined) read.landing = landing
  const seen = new Set<string>()
  for (const piece of pieces) {
    const equals = piece.indexOf('=')
    if (equals < 0) continue
    const key = plainKey(piece.slice(0, equals))
    if (seen.has(key)) flags.add('REPEATED_KEY')
    seen.add(key)
    const sent = piece.slice(equals + 1)
    const value = decoded(sent)
    if (isMacro(value)) flags.add('UNREPLACED_MACRO')
    else if (value !== '') readPair(read, key, value, flags)
    if (value !== sent && value !== decodedOnce(sent)) flags.add('DOUBLE_ENCODED')
  }
  return read
}

function readPair(read: Read, key: string, decoded: string, flags: Set<AdUrlFlag>): void {
  const reading = readings.get(key)
  if (reading === undefined) return
  const { field, platform } = reading
  const value = valueFor(field, decoded, flags)
  if (value === undefined || value === read[field]) return
  if (read[field] !== undefined) flags.add('REPEATED_KEY')
  else {
    read[field] = value
    if (platform !== undefined) read.platform = platform
  }
}

function valueFor(field: AdField, value: string, flags: Set<AdUrlFlag>): string | undefined {
  // A token has no spaces: one of them was a plus sign that somebody took for a space.
  if (field === 'click_id') return value.replaceAll(' ', '+')
  if (codeForm.test(value)) return value
  flags.add('ODD_AD_VALUE')
  return undefined
}

/** A placeholder that the medium forgot to fill in: `__CLICKID__`, `{clickid}`, `${AID}`, `[cid]`. */
function isMacro(value: string): boolean {
  return /^(?:__\w+__|\$?\{\{?[\w. ]+\}?\}|\[[A-Za-z]\w*\]|%%\w+%%)$/.test(value)
}

/** A path with anything but plain segments may name a person, and so may a long number in it. */
function landingOf(start: string): string | undefined {
  const [, host = '', path = ''] = /^https?:\/\/(?:[^/]*@)?([^/]+)(.*)$/is.exec(start) ?? []
  const plainPath = /^[\w.~/-]*$/.test(path) ? path.replace(/\d{7,}/g, '****') : ''
  return codeForm.test(host + plainPath) ? host.toLowerCase() + plainPath : undefined
}
