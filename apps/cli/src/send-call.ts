import type { Parameters } from '@topgate/protocol'
import { formBody } from './sign-parameters.ts'

/** Nothing that a gateway answers comes near this. */
const ANSWER_BYTES_MAX = 16 * 1024 * 1024

export interface SendOptions {
  readonly url: URL
  readonly parameters: Parameters
  /** GET puts the parameters into the address, where many programs bound or log them. */
  readonly verb: 'GET' | 'POST'
  readonly timeoutMs: number
  /** To be decided and not stored. */
  readonly dryRun: boolean
}

export type Exchange =
  | { readonly status: number; readonly body: string; readonly notice: string | null }
  /** Nobody answered: the code of the system's error, or `timeout`, or what else went wrong. */
  | { readonly failure: string }

/** Sends a signed call. It never rejects for a reason of the network. */
export async function sendCall({
  url,
  parameters,
  verb,
  timeoutMs,
  dryRun,
}: SendOptions): Promise<Exchange> {
  const form = formBody(parameters)
  const target = new URL(url)
  if (verb === 'GET') target.search = form
  try {
    const response = await fetch(target, {
      method: verb,
      // A signed call is for one address: following would hand it to another.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...(verb === 'GET' ? {} : { 'Content-Type': formType }),
        ...(dryRun ? { 'X-Topgate-Dry-Run': '1' } : {}),
      },
      ...(verb === 'GET' ? {} : { body: form }),
    })
    const body = await readBody(response)
    if (body === undefined) return { failure: `an answer of over ${ANSWER_BYTES_MAX} bytes` }
    return { status: response.status, body, notice: response.headers.get('x-topgate-notice') }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

const formType = 'application/x-www-form-urlencoded;charset=utf-8'

async function readBody(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let body = ''
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > ANSWER_BYTES_MAX) return undefined
    body += decoder.decode(chunk, { stream: true })
  }
  return body + decoder.decode()
}

/** `fetch` says "fetch failed" and keeps the reason in the cause. */
function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return error.message
}
