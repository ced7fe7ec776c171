import { createHash, createHmac } from 'node:crypto'
import { APP_KEY, APP_SECRET, type Sample } from './samples.ts'

/** A TOP client written from the protocol alone: it shares no code with the server. */

export type Method = 'md5' | 'hmac' | 'hmac-sha256'
export type Layout = 'public in query' | 'all in form' | 'multipart'
export type Pairs = readonly (readonly [name: string, value: string])[]

export interface CallOptions {
  readonly key?: string
  readonly secret?: string
  readonly signMethod?: Method
  readonly form?: 'json' | 'simplified' | 'xml'
  readonly layout?: Layout
  readonly nowMs?: number
}

/** Public and business parameters of a call, without its signature. */
export function pairsOf(sample: Sample, options: CallOptions = {}): { open: Pairs; own: Pairs } {
  const { key = APP_KEY, signMethod = 'hmac-sha256', form = 'json', nowMs = Date.now() } = options
  const open: [string, string][] = [
    ['method', sample.method],
    ['app_key', key],
    ['timestamp', beijing(nowMs)],
    ['v', '2.0'],
    ['sign_method', signMethod],
    ['format', form === 'xml' ? 'xml' : 'json'],
  ]
  if (form === 'simplified') open.push(['simplify', 'true'])
  if (sample.session !== undefined) open.push(['session', sample.session])
  return { open, own: Object.entries(sample.params) }
}

export function beijing(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

/** `body` is signed as it is, behind the parameters, where a call has one that is. */
export function signatureOf(pairs: Pairs, secret: string, method: Method, body = ''): string {
  const sorted = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))
  const base = sorted.map(([name, value]) => name + value).join('') + body
  const digest = {
    md5: () => createHash('md5').update(secret + base + secret),
    hmac: () => createHmac('md5', secret).update(base),
    'hmac-sha256': () => createHmac('sha256', secret).update(base),
  }
  return digest[method]().digest('hex').toUpperCase()
}

/** Sends a signed call and gives the body of the answer. */
export async function call(
  serverUrl: string,
  sample: Sample,
  options: CallOptions = {},
): Promise<string> {
  return (await callWhole(serverUrl, sample, options)).body
}

/** The same with the header that names what was forgiven. */
export async function callWhole(
  serverUrl: string,
  sample: Sample,
  options: CallOptions = {},
): Promise<{ body: string; notice: string | null }> {
  const { secret = APP_SECRET, signMethod = 'hmac-sha256', layout = 'public in query' } = options
  const { open, own } = pairsOf(sample, options)
  const signed = [...open, ['sign', signatureOf([...open, ...own], secret, signMethod)]] as Pairs
  const url = `${serverUrl}/router/rest`
  const response =
    layout === 'public in query'
      ? await fetch(`${url}?${urlencoded(signed)}`, post(urlencoded(own)))
      : layout === 'all in form'
        ? await fetch(url, post(urlencoded([...signed, ...own])))
        : await fetch(url, { method: 'POST', body: formDataOf([...signed, ...own]) })
  if (response.status !== 200) throw new Error(`HTTP ${response.status}`)
  return { body: await response.text(), notice: response.headers.get('X-Topgate-Notice') }
}

function post(body: URLSearchParams): RequestInit {
  return { method: 'POST', body }
}

function urlencoded(pairs: Pairs): URLSearchParams {
  return new URLSearchParams(pairs.map(([name, value]) => [name, value]))
}

function formDataOf(pairs: Pairs): FormData {
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}
