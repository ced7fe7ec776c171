import type { Sample } from '../testing/samples.ts'
import { beijing, type Method, type Pairs, signatureOf } from '../testing/top-client.ts'

/**
 * The requests of the known TOP clients, byte for byte as they leave the machine: which parameters
 * travel where, how values are escaped, which headers are sent (protocol, sections 1.1 to 1.3).
 */
export interface SdkShape {
  readonly name: string
  readonly format: 'json' | 'xml'
  readonly simplify: boolean
  request(sample: Sample, credentials: Credentials): Buffer
}

export interface Credentials {
  readonly host: string
  readonly key: string
  readonly secret: string
  readonly nowMs: number
}

interface Dialect {
  readonly name: string
  readonly signMethod: Method
  readonly format: 'json' | 'xml'
  readonly simplify?: boolean
  readonly partnerId?: string
  readonly timestamp?: (nowMs: number) => string
  /** Whether a parameter without a value is sent and signed by its name. */
  readonly keepsEmpty: boolean
  readonly json: (text: string) => string
  readonly escape: (value: string) => string
  readonly publicIn: 'query' | 'body'
  readonly headers: readonly string[]
  /** Writes the body of the business (or all) parameters, and its Content-Type. */
  readonly body: (pairs: Pairs, encode: (value: string) => string) => Body
}

interface Body {
  readonly contentType: string | undefined
  readonly bytes: string
}

const same = (text: string) => text
/** Java and PHP write every slash as `\/`. */
const slashes = (text: string) => text.replaceAll('\\/', '/').replaceAll('/', '\\/')
const unicode = (text: string) =>
  text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const plus = (value: string) => encodeURIComponent(value).replaceAll('%20', '+')

function form(contentType: string): Dialect['body'] {
  return (pairs, encode) => ({
    contentType,
    bytes: pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&'),
  })
}

/** `charset` before the boundary, no spaces, an empty line before the first delimiter. */
const javaMultipart: Dialect['body'] = (pairs) => {
  const boundary = '1400000000000'
  const parts = pairs.map(
    ([name, value]) =>
      `\r\n--${boundary}\r\nContent-Disposition:form-data;name="${name}"\r\nContent-Type:text/plain\r\n\r\n${value}`,
  )
  return {
    contentType: `multipart/form-data;charset=UTF-8;boundary=${boundary}`,
    bytes: `${parts.join('')}\r\n--${boundary}--\r\n`,
  }
}

const nodeMultipart: Dialect['body'] = (pairs) => {
  const boundary = '--------------------------735323031399963166993862'
  const parts = pairs.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: `${parts.join('')}--${boundary}--\r\n`,
  }
}

/** The closing delimiter has no line break behind it. */
const phpMultipart: Dialect['body'] = (pairs) => {
  const boundary = '-------------8d97d2a34b'
  const parts = pairs.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: `${parts.join('')}--${boundary}--`,
  }
}

const pythonMultipart: Dialect['body'] = (pairs) => {
  const boundary = 'PYTHON_SDK_BOUNDARY'
  const parts = pairs.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n${value}\r\n`,
  )
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: `${parts.join('')}--${boundary}--\r\n`,
  }
}

const java = {
  format: 'json',
  keepsEmpty: false,
  json: slashes,
  escape: plus,
  publicIn: 'query',
  headers: [
    'Accept: text/xml,text/javascript',
    'User-Agent: top-sdk-java',
    'Accept-Encoding: gzip',
  ],
  body: form('application/x-www-form-urlencoded;charset=UTF-8'),
} as const

const dialects: readonly Dialect[] = [
  { ...java, name: 'Java 2011', signMethod: 'hmac', partnerId: 'top-sdk-java-20110909' },
  { ...java, name: 'Java 2017', signMethod: 'hmac', partnerId: 'top-sdk-java-20170428' },
  {
    ...java,
    name: 'Java 2021, simplified',
    signMethod: 'hmac-sha256',
    simplify: true,
    partnerId: 'top-sdk-java-20210816',
  },
  { ...java, name: 'Java, multipart', signMethod: 'hmac', body: javaMultipart },
  {
    name: 'PHP 2018',
    signMethod: 'md5',
    format: 'xml',
    partnerId: 'top-sdk-php-20180326',
    keepsEmpty: true,
    json: (text) => unicode(slashes(text)),
    escape: plus,
    publicIn: 'query',
    headers: ['User-Agent: top-sdk-php', 'Accept: */*'],
    body: form('application/x-www-form-urlencoded; charset=UTF-8'),
  },
  {
    name: 'PHP 2018, multipart',
    signMethod: 'md5',
    format: 'json',
    partnerId: 'top-sdk-php-20180326',
    keepsEmpty: true,
    json: slashes,
    escape: plus,
    publicIn: 'query',
    headers: ['User-Agent: top-sdk-php', 'Accept: */*'],
    body: phpMultipart,
  },
  {
    name: 'Python 2021',
    signMethod: 'md5',
    format: 'json',
    partnerId: 'taobao-sdk-python-20210816',
    timestamp: (nowMs) => String(nowMs),
    keepsEmpty: true,
    json: (text) => unicode(text),
    escape: plus,
    publicIn: 'query',
    headers: ['Cache-Control: no-cache', 'Connection: Keep-Alive', 'Accept-Encoding: identity'],
    body: form('application/x-www-form-urlencoded;charset=UTF-8'),
  },
  {
    name: 'Python 2021, multipart',
    signMethod: 'md5',
    format: 'json',
    timestamp: (nowMs) => String(nowMs),
    keepsEmpty: true,
    json: same,
    escape: plus,
    publicIn: 'query',
    headers: ['Cache-Control: no-cache', 'Connection: Keep-Alive'],
    body: pythonMultipart,
  },
  {
    name: 'Node official',
    signMethod: 'md5',
    format: 'json',
    keepsEmpty: true,
    json: same,
    escape: same,
    publicIn: 'body',
    headers: ['accept: */*'],
    body: nodeMultipart,
  },
  {
    name: 'Node community',
    signMethod: 'md5',
    format: 'json',
    keepsEmpty: true,
    json: same,
    escape: encodeURIComponent,
    publicIn: 'body',
    headers: ['accept: application/json'],
    body: form('application/x-www-form-urlencoded'),
  },
  {
    name: '.NET',
    signMethod: 'hmac',
    format: 'xml',
    partnerId: 'top-sdk-net-20170428',
    keepsEmpty: false,
    json: (text) => unicode(text),
    escape: plus,
    publicIn: 'body',
    headers: ['Accept-Encoding: gzip', 'User-Agent: Aop4Net'],
    body: form('application/x-www-form-urlencoded;charset=utf-8'),
  },
  {
    name: 'Go 2024',
    signMethod: 'hmac-sha256',
    format: 'json',
    simplify: true,
    partnerId: 'new_go_sdk_20240927',
    keepsEmpty: true,
    json: same,
    escape: plus,
    publicIn: 'query',
    headers: ['User-Agent: Go-http-client/1.1', 'Accept-Encoding: gzip'],
    body: form('application/x-www-form-urlencoded'),
  },
  {
    name: 'Go community',
    signMethod: 'md5',
    format: 'json',
    simplify: true,
    keepsEmpty: true,
    json: same,
    escape: plus,
    publicIn: 'body',
    headers: ['User-Agent: Go-http-client/1.1'],
    body: form('application/x-www-form-urlencoded; charset=utf-8'),
  },
]

export const sdkShapes: readonly SdkShape[] = dialects.map((dialect) => ({
  name: dialect.name,
  format: dialect.format,
  simplify: dialect.simplify === true,
  request: (sample, credentials) => requestOf(dialect, sample, credentials),
}))

function requestOf(dialect: Dialect, sample: Sample, credentials: Credentials): Buffer {
  const open = publicPairs(dialect, sample, credentials)
  const own = businessPairs(dialect, sample)
  const sent = (pairs: Pairs) => pairs.filter(([, value]) => dialect.keepsEmpty || value !== '')
  const sign = signatureOf([...sent(open), ...sent(own)], credentials.secret, dialect.signMethod)
  const signed: Pairs = [...sent(open), ['sign', sign]]
  const inBody = dialect.publicIn === 'body' ? [...signed, ...sent(own)] : sent(own)
  const { contentType, bytes } = dialect.body(inBody, dialect.escape)
  const query = signed.map(([name, value]) => `${name}=${dialect.escape(value)}`).join('&')
  const target = dialect.publicIn === 'query' ? `/router/rest?${query}` : '/router/rest'
  const head = [
    `POST ${target} HTTP/1.1`,
    `Host: ${credentials.host}`,
    ...dialect.headers,
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
    `Content-Length: ${Buffer.byteLength(bytes)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${bytes}`)
}

function publicPairs(dialect: Dialect, sample: Sample, credentials: Credentials): Pairs {
  const timestamp = dialect.timestamp ?? beijing
  const optional: Pairs = [
    ...(dialect.partnerId === undefined ? [] : [['partner_id', dialect.partnerId] as const]),
    ...(dialect.simplify === true ? [['simplify', 'true'] as const] : []),
    ...(sample.session === undefined ? [] : [['session', sample.session] as const]),
  ]
  return [
    ['method', sample.method],
    ['v', '2.0'],
    ['app_key', credentials.key],
    ['sign_method', dialect.signMethod],
    ['timestamp', timestamp(credentials.nowMs)],
    ['format', dialect.format],
    ...optional,
  ]
}

/** JSON values go through the dialect's own escaping; an unset optional parameter stays empty. */
function businessPairs(dialect: Dialect, sample: Sample): Pairs {
  return Object.entries(sample.params).map(([name, value]) => [
    name,
    value.startsWith('{') ? dialect.json(value) : value,
  ])
}

/** The batches of the two clients that have them: public parameters in the query, signed with the body. */
export const batchShapes: readonly BatchShape[] = [
  { name: 'Java 2017', headers: java.headers, signMethod: 'hmac', sharesMethod: false },
  {
    name: 'Java 2017, shared method',
    headers: java.headers,
    signMethod: 'hmac',
    sharesMethod: true,
  },
  {
    name: 'Go community',
    headers: ['User-Agent: Go-http-client/1.1'],
    signMethod: 'md5',
    sharesMethod: false,
  },
]

export interface BatchShape {
  readonly name: string
  readonly headers: readonly string[]
  readonly signMethod: Method
  /** Names its method once, in front of all calls. */
  readonly sharesMethod: boolean
}

export function batchRequest(
  { headers, signMethod, sharesMethod }: BatchShape,
  samples: readonly Sample[],
  { host, key, secret, nowMs }: Credentials,
): Buffer {
  const open: Pairs = [
    ['v', '2.0'],
    ['app_key', key],
    ['sign_method', signMethod],
    ['timestamp', beijing(nowMs)],
    ['format', 'json'],
    ['partner_id', 'top-sdk-java-20170428'],
  ]
  const elements = samples.map(({ method, params, session }) => {
    const own = [...Object.entries(params), ...(session ? [['session', session] as const] : [])]
    const pairs: Pairs = sharesMethod ? own : [['method', method], ...own]
    return pairs.length === 0
      ? 'N'
      : pairs.map(([name, value]) => `${name}=${plus(value)}`).join('&')
  })
  const first = sharesMethod ? [`#PUBLIC#method=${samples[0]?.method}`] : []
  const body = [...first, ...elements].join('\r\n-S-\r\n')
  const sign = signatureOf(open, secret, signMethod, body)
  const query = [...open, ['sign', sign]].map(([name, value = '']) => `${name}=${plus(value)}`)
  const head = [
    `POST /router/batch?${query.join('&')} HTTP/1.1`,
    `Host: ${host}`,
    ...headers,
    'Content-Type: text/plain;charset=UTF-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}
