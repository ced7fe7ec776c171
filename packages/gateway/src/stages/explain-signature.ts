import {
  baseString,
  type Digests,
  isSignatureForm,
  isSignMethod,
  type Parameters,
  type SignMethod,
  sameDigest,
  signBase,
} from '@topgate/protocol'
import type { App } from '../ports.ts'

const methods: readonly SignMethod[] = ['md5', 'hmac', 'hmac-sha256']

interface Mistake {
  readonly says: string
  /** The digest that a client with this mistake would have sent. */
  digest(parameters: Parameters, secret: string, method: SignMethod, digests: Digests): string
}

/** The usual mistakes, the most frequent first. Each is tried with the app's own secrets alone. */
const mistakes: readonly Mistake[] = [
  {
    says: '参数值在签名前被 URL 编码了：请用原文签名，发送时再编码',
    digest: (parameters, secret, method, digests) =>
      signBase(baseString(mapValues(parameters, encodeURIComponent)), secret, method, digests),
  },
  {
    says: '签名时参数没有按名称的 ASCII 顺序排序',
    digest: (parameters, secret, method, digests) =>
      signBase(joined(parameters, '', ''), secret, method, digests),
  },
  {
    says: '签名时参数用 k=v&k=v 连接了：名称和值应直接相连，不加任何分隔符',
    digest: (parameters, secret, method, digests) =>
      signBase(joined(sorted(parameters), '=', '&'), secret, method, digests),
  },
  {
    // An empty `sign` that was in the map already leaves its name in the signed text.
    says: 'sign 自己被算进了签名串：签名时参数里不能有 sign',
    digest: (parameters, secret, method, digests) =>
      signBase(joinedWithSign(parameters), secret, method, digests),
  },
  {
    says: 'md5 签名只在前面加了 AppSecret，前后都要加',
    digest: (parameters, secret, _method, digests) => digests.md5(secret + baseString(parameters)),
  },
  {
    says: 'md5 签名只在后面加了 AppSecret，前后都要加',
    digest: (parameters, secret, _method, digests) => digests.md5(baseString(parameters) + secret),
  },
  {
    says: 'AppSecret 首尾多了空格或换行',
    digest: (parameters, secret, method, digests) =>
      signBase(baseString(parameters), `${secret}\n`, method, digests),
  },
  {
    says: 'AppSecret 首尾多了空格或换行',
    digest: (parameters, secret, method, digests) =>
      signBase(baseString(parameters), `${secret} `, method, digests),
  },
]

/**
 * The likely cause of a wrong signature in plain words, for a sandbox. It names a mistake and never
 * shows a secret or a right signature. Nothing found: what to check.
 */
export function explainSignature(parameters: Parameters, app: App, digests: Digests): string {
  const method = parameters.get('sign_method')
  if (method === undefined || method === '') {
    return '缺少 sign_method：请传 md5、hmac 或 hmac-sha256，并让它参与签名'
  }
  if (!isSignMethod(method)) return 'sign_method 只能是 md5、hmac 或 hmac-sha256（小写）'
  const sign = parameters.get('sign') ?? ''
  if (!isSignatureForm(sign, method)) {
    const digits = method === 'hmac-sha256' ? 64 : 32
    return `sign 应为 ${digits} 位十六进制（${method}），收到 ${sign.length} 个字符`
  }
  const fits = (digest: string) => sameDigest(sign, digest)
  for (const secret of app.secrets) {
    for (const other of methods) {
      if (other === method) continue
      if (fits(signBase(baseString(parameters), secret, other, digests))) {
        return `sign 是用 ${other} 算的，但 sign_method 传的是 ${method}`
      }
    }
    const found = mistakes.find((mistake) =>
      fits(mistake.digest(parameters, secret, method, digests)),
    )
    if (found !== undefined) return found.says
  }
  const empty = [...parameters].filter(([, value]) => value === '').map(([name]) => name)
  const hint = empty.length > 0 ? `；空参数 ${empty.slice(0, 5).join('、')} 可以不传` : ''
  return `请核对：AppSecret 是否属于 app_key ${app.key}、所有参数都参与签名、UTF-8 编码、签名后没有改动参数${hint}`
}

function mapValues(parameters: Parameters, change: (value: string) => string): Parameters {
  return new Map([...parameters].map(([name, value]) => [name, change(value)]))
}

function sorted(parameters: Parameters): Parameters {
  return new Map([...parameters].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The signed text with an empty `sign` among the parameters. */
function joinedWithSign(parameters: Parameters): string {
  return [...sorted(parameters)]
    .map(([name, value]) => (name === 'sign' ? name : name + value))
    .join('')
}

function joined(parameters: Parameters, equals: string, and: string): string {
  return [...parameters]
    .filter(([name]) => name !== 'sign')
    .map(([name, value]) => name + equals + value)
    .join(and)
}
