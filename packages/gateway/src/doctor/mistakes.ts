import { createHash, createHmac } from 'node:crypto'
import { formatBeijing, parseBeijing } from '@topgate/contracts'
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

/** One known mistake: the digests that a client with it would have sent, and what to tell it. */
export interface Mistake {
  readonly says: string
  readonly digestsOf: (attempt: Attempt) => Iterable<string>
}

/** A mistake in the text that is signed. */
function inText(says: string, ...textsOf: readonly ((attempt: Attempt) => string)[]): Mistake {
  return {
    says,
    *digestsOf(attempt) {
      for (const textOf of textsOf) yield signText(attempt, textOf(attempt))
    },
  }
}

/** A mistake in every value; the text is otherwise joined as it should be. */
function inValues(says: string, ...changes: readonly change.ValueChange[]): Mistake {
  return inText(
    says,
    ...changes.map(
      (changed) =>
        ({ parameters }: Attempt) =>
          baseString(mapValues(parameters, changed)),
    ),
  )
}

function inSecret(says: string, ...secretsOf: readonly ((attempt: Attempt) => string)[]): Mistake {
  return {
    says,
    *digestsOf(attempt) {
      for (const secretOf of secretsOf) {
        yield signText({ ...attempt, secret: secretOf(attempt) }, attempt.base)
      }
    },
  }
}

/** A mistake of md5 alone, which has the secret inside the text. */
function inMd5(says: string, textOf: (attempt: Attempt) => string): Mistake {
  return {
    says,
    *digestsOf(attempt) {
      if (attempt.method === 'md5') yield attempt.digests.md5(textOf(attempt))
    },
  }
}

/** The usual mistakes, the most frequent first. */
export const mistakes: readonly Mistake[] = [
  inValues(
    '参数值在签名前被 URL 编码了：请用原文签名，发送时再编码',
    change.percentEncoded,
    change.formEncoded,
    change.formEncodedLower,
  ),
  inText('签名时参数没有按名称的 ASCII 顺序排序', ({ parameters }) => joined(parameters, '', '')),
  inText(
    '签名时参数用 k=v&k=v 连接了：名称和值应直接相连，不加任何分隔符',
    ({ parameters }) => joined(sorted(parameters), '=', '&'),
    ({ parameters }) => joined(sorted(parameters), '=', ''),
    ({ parameters }) => joined(sorted(parameters), '', '&'),
  ),
  inText('sign 自己被算进了签名串：签名时参数里不能有 sign', ({ parameters }) =>
    joined(sorted(new Map([...parameters, ['sign', '']])), '', ''),
  ),
  inMd5('md5 签名只在前面加了 AppSecret，前后都要加', ({ base, secret }) => secret + base),
  inMd5('md5 签名只在后面加了 AppSecret，前后都要加', ({ base, secret }) => base + secret),
  inMd5('md5 签名没有加 AppSecret，前后都要加', ({ base }) => base),
  inText(
    'hmac 的签名串里不加 AppSecret：它只作为 hmac 的密钥',
    ({ base, secret }) => secret + base + secret,
  ),
  inSecret(
    'AppSecret 首尾多了空格或换行',
    ({ secret }) => `${secret}\n`,
    ({ secret }) => `${secret} `,
    ({ secret }) => `${secret}\r\n`,
    ({ secret }) => ` ${secret}`,
    ({ secret }) => `${secret}\t`,
    ({ secret }) => `\ufeff${secret}`,
  ),
  inSecret('用 app_key 当作 AppSecret 签名了', ({ appKey }) => appKey),
  inText(
    'timestamp 在签名之后又变了：签名和发送要用同一个值',
    ...[-1, 1, -2, 2, -3, 3].map(
      (seconds) =>
        ({ parameters }: Attempt) =>
          baseString(movedBy(parameters, seconds)),
    ),
  ),
  {
    says: '签名用了 GBK 编码：请按 UTF-8 字节签名',
    *digestsOf({ base, secret, method }) {
      const bytes = encodeGbk(method === 'md5' ? secret + base + secret : base)
      if (bytes !== undefined) yield digestBytes(bytes, secret, method)
    },
  },
  inValues('签名时中文变成了问号：字符集不含这些字符，请按 UTF-8 签名', change.questionMarks),
  inText('参数里的 + 没有编码成 %2B，被读成了空格', ({ parameters }) =>
    baseString(withPlus(parameters)),
  ),
  inValues('参数值被 URL 编码了两次：发送时只编码一次', change.decodedOnceMore),
  inValues(
    '签名的 JSON 与发送的不同：一个写 \\uXXXX，另一个写原字',
    change.unicodeEscaped,
    change.unicodeUnescaped,
  ),
  inValues(
    '签名之后 JSON 被重新排版了（空格或换行）：签名和发送要用同一段文本',
    change.jsonCompact,
    change.jsonSpaced,
  ),
  inValues(
    '签名的 JSON 与发送的不同：一个把 / 写成 \\/',
    change.slashesEscaped,
    change.slashesUnescaped,
  ),
  inValues('参数值首尾的空白在签名或发送时被去掉了', change.trimmed),
  inValues('换行符在签名之后变了（\\r\\n 与 \\n）', change.windowsLines, change.unixLines),
  inValues('空参数被当作 null 签名了：空值不参与签名，或按空文本签名', change.nullForEmpty),
  inText(
    '签名串被改成了全小写或全大写：请用原文签名，只有结果可以转换大小写',
    ({ base }) => base.toLowerCase(),
    ({ base }) => base.toUpperCase(),
  ),
  inText('只有公共参数参与了签名，业务参数也要参与', ({ parameters }) =>
    baseString(filtered(parameters, (name) => publicParameters.has(name))),
  ),
  inText('只有业务参数参与了签名，公共参数也要参与', ({ parameters }) =>
    baseString(filtered(parameters, (name) => !publicParameters.has(name))),
  ),
]

/** A parameter that stands in the call and was not signed. */
export function leftOut(name: string): Mistake {
  return inText(`参数 ${name} 没有参与签名：除 sign 外的所有参数都要参与`, ({ parameters }) =>
    baseString(filtered(parameters, (each) => each !== name)),
  )
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
