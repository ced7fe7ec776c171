import { APP_KEY, APP_SECRET, type Sample } from '../testing/samples.ts'
import { type Pairs, pairsOf, signatureOf } from '../testing/top-client.ts'

/** What an answer says, in whatever form it came, with the headers for programs. */
export interface Answered {
  readonly body: string
  readonly requestId: string
  readonly code: number
  readonly subCode: string
  readonly subMsg: string
  readonly retry: string | null
  readonly headers: Headers
}

export interface Sending {
  readonly key?: string
  readonly secret?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Another verb than POST. */
  readonly verb?: string
  /** Changes the parameters before they are signed. */
  readonly draft?: (pairs: Pairs) => Pairs
  /** Changes them after that. */
  readonly sent?: (pairs: Pairs) => Pairs
}

/** Sends a documented call, changed before or after it was signed. */
export async function sendChanged(
  url: string,
  sample: Sample,
  { key = APP_KEY, secret = APP_SECRET, headers = {}, verb = 'POST', draft, sent }: Sending = {},
): Promise<Answered> {
  const { open, own } = pairsOf(sample, { key })
  const wanted = draft?.([...open, ...own]) ?? [...open, ...own]
  const method = wanted.find(([name]) => name === 'sign_method')?.[1]
  const signMethod = method === 'md5' || method === 'hmac' ? method : 'hmac-sha256'
  const signed: Pairs = [...wanted, ['sign', signatureOf(wanted, secret, signMethod)]]
  const pairs = sent?.(signed) ?? signed
  const body = new URLSearchParams(pairs.map(([name, value]) => [name, value]))
  return answered(await fetch(`${url}/router/rest`, { method: verb, body, headers }))
}

export async function answered(response: Response): Promise<Answered> {
  const body = await response.text()
  const at = (name: string) =>
    new RegExp(`"${name}":"?([^",}]*)|<${name}>([^<]*)`).exec(body)?.slice(1).find(Boolean) ?? ''
  const isError = body.includes('error_response')
  return {
    body,
    requestId: at('request_id'),
    code: isError ? Number(at('code')) : 0,
    subCode: isError ? at('sub_code') : '',
    subMsg: isError ? at('sub_msg') : '',
    retry: response.headers.get('X-Topgate-Retry'),
    headers: response.headers,
  }
}

export const without = (name: string) => (pairs: Pairs) => pairs.filter(([each]) => each !== name)

export const having = (name: string, value: string) => (pairs: Pairs) => [
  ...without(name)(pairs),
  [name, value] as const,
]
