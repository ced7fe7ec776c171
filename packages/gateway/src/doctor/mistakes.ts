import { createHash, createHmac } from 'node:crypto'
import {
  formatBeijing,
  parseBeijing,
  type SignatureMistake,
  type SignatureMistakeName,
} from '@topgate/contracts'
import {
  baseString,
  type Digests,
  type Parameters,
  publicParameters,
  type SignMethod,
  signBase,
} from '@topgate/protocol'
import { encodeGbk } from './encode-gbk.ts'
import * as change from './value-changes.ts'

/** What a wrong signature is tried against: one live secret of the app that the call names. */
export interface Attempt {
  /** Without `sign`, in the order in which they arrived. */
  readonly parameters: Parameters
  /** The text that should have been signed. */
  readonly base: string
  readonly method: SignMethod
  readonly appKey: string
  readonly secret: string
  readonly digests: Digests
}

/** One known mistake, and the digests that a client with it would have sent. */
export interface Mistake extends SignatureMistake {
  readonly digestsOf: (attempt: Attempt) => Iterable<string>
}

/** A mistake in the text that is signed. */
function inText(
  name: SignatureMistakeName,
  ...textsOf: readonly ((attempt: Attempt) => string)[]
): Mistake {
  return {
    name,
    *digestsOf(attempt) {
      for (const textOf of textsOf) yield signText(attempt, textOf(attempt))
    },
  }
}

/** A mistake in every value; the text is otherwise joined as it should be. */
function inValues(name: SignatureMistakeName, ...changes: readonly change.ValueChange[]): Mistake {
  return inText(
    name,
    ...changes.map(
      (changed) =>
        ({ parameters }: Attempt) =>
          baseString(mapValues(parameters, changed)),
    ),
  )
}

function inSecret(
  name: SignatureMistakeName,
  ...secretsOf: readonly ((attempt: Attempt) => string)[]
): Mistake {
  return {
    name,
    *digestsOf(attempt) {
      for (const secretOf of secretsOf) {
        yield signText({ ...attempt, secret: secretOf(attempt) }, attempt.base)
      }
    },
  }
}

/** A mistake of md5 alone, which has the secret inside the text. */
function inMd5(name: SignatureMistakeName, textOf: (attempt: Attempt) => string): Mistake {
  return {
    name,
    *digestsOf(attempt) {
      if (attempt.method === 'md5') yield attempt.digests.md5(textOf(attempt))
    },
  }
}

/** The usual mistakes, the most frequent first. */
export const mistakes: readonly Mistake[] = [
  inValues('url-encoded', change.percentEncoded, change.formEncoded, change.formEncodedLower),
  inText('unsorted', ({ parameters }) => joined(parameters, '', '')),
  inText(
    'joined-with-marks',
    ({ parameters }) => joined(sorted(parameters), '=', '&'),
    ({ parameters }) => joined(sorted(parameters), '=', ''),
    ({ parameters }) => joined(sorted(parameters), '', '&'),
  ),
  inText('sign-included', ({ parameters }) =>
    joined(sorted(new Map([...parameters, ['sign', '']])), '', ''),
  ),
  inMd5('secret-in-front-only', ({ base, secret }) => secret + base),
  inMd5('secret-behind-only', ({ base, secret }) => base + secret),
  inMd5('no-secret', ({ base }) => base),
  inText('secret-in-hmac-text', ({ base, secret }) => secret + base + secret),
  inSecret(
    'secret-with-space',
    ({ secret }) => `${secret}\n`,
    ({ secret }) => `${secret} `,
    ({ secret }) => `${secret}\r\n`,
    ({ secret }) => ` ${secret}`,
    ({ secret }) => `${secret}\t`,
    ({ secret }) => `\ufeff${secret}`,
  ),
  inSecret('app-key-as-secret', ({ appKey }) => appKey),
  inText(
    'timestamp-changed',
    ...[-1, 1, -2, 2, -3, 3].map(
      (seconds) =>
        ({ parameters }: Attempt) =>
          baseString(movedBy(parameters, seconds)),
    ),
  ),
  {
    name: 'gbk',
    *digestsOf({ base, secret, method }) {
      const bytes = encodeGbk(method === 'md5' ? secret + base + secret : base)
      if (bytes !== undefined) yield digestBytes(bytes, secret, method)
    },
  },
  inValues('question-marks', change.questionMarks),
  inText('plus-read-as-space', ({ parameters }) => baseString(withPlus(parameters))),
  inValues('encoded-twice', change.decodedOnceMore),
  inValues('unicode-escapes', change.unicodeEscaped, change.unicodeUnescaped),
  inValues('json-reformatted', change.jsonCompact, change.jsonSpaced),
  inValues('slash-escapes', change.slashesEscaped, change.slashesUnescaped),
  inValues('trimmed', change.trimmed),
  inValues('line-ends', change.windowsLines, change.unixLines),
  inValues('null-for-empty', change.nullForEmpty),
  inText(
    'text-letter-case',
    ({ base }) => base.toLowerCase(),
    ({ base }) => base.toUpperCase(),
  ),
  inText('only-public', ({ parameters }) =>
    baseString(filtered(parameters, (name) => publicParameters.has(name))),
  ),
  inText('only-business', ({ parameters }) =>
    baseString(filtered(parameters, (name) => !publicParameters.has(name))),
  ),
]

/** A parameter that stands in the call and was not signed. */
export function leftOut(name: string): Mistake {
  const unsigned = ({ parameters }: Attempt) =>
    baseString(filtered(parameters, (each) => each !== name))
  return { ...inText('left-out', unsigned), about: name }
}

function signText({ method, secret, digests }: Attempt, text: string): string {
  return signBase(text, secret, method, digests)
}

/** A `+` that is sent as it is means a space in a form. The time has a space of its own. */
function withPlus(parameters: Parameters): Parameters {
  const plus = (value: string) => value.replaceAll(' ', '+')
  return new Map(
    [...parameters].map(([name, value]) => [name, name === 'timestamp' ? value : plus(value)]),
  )
}

function digestBytes(bytes: Buffer, secret: string, method: SignMethod): string {
  if (method === 'md5') return createHash('md5').update(bytes).digest('hex')
  const algorithm = method === 'hmac' ? 'md5' : 'sha256'
  return createHmac(algorithm, secret).update(bytes).digest('hex')
}

function movedBy(parameters: Parameters, seconds: number): Parameters {
  const timestamp = parameters.get('timestamp') ?? ''
  const ms = parseBeijing(timestamp)
  if (ms === undefined) return parameters
  return new Map(parameters).set('timestamp', formatBeijing(ms + seconds * 1000))
}

function mapValues(parameters: Parameters, changed: change.ValueChange): Parameters {
  return new Map([...parameters].map(([name, value]) => [name, changed(value)]))
}

function filtered(parameters: Parameters, keeps: (name: string) => boolean): Parameters {
  return new Map([...parameters].filter(([name]) => keeps(name)))
}

function sorted(parameters: Parameters): Parameters {
  return new Map([...parameters].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function joined(parameters: Parameters, equals: string, and: string): string {
  return [...parameters].map(([name, value]) => name + equals + value).join(and)
}
