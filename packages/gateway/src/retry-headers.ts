import { type ApiContract, platformErrors, type Refusal, type Retry } from '@topgate/contracts'

type Headers = Readonly<Record<string, string>>

/** Where the catalogue says `later` but nobody knows when. */
const LATER_S = 1

/**
 * Whether sending the call again can help, for programs: `X-Topgate-Retry` is `never`,
 * `same-request`, `new-session` or `after=N` (seconds). Old clients do not look at it.
 */
export function retryHeaders({ name, detail }: Refusal): Headers {
  return headersOf(platformErrors[name].retry, detail.retryAfterS)
}

/** The same for an answer in which the API itself says no, by the error table of its contract. */
export function declineHeaders({ errors }: ApiContract, code: string): Headers {
  return headersOf(errors.find((error) => error.code === code)?.retry ?? 'never')
}

function headersOf(retry: Retry, afterS?: number): Headers {
  if (retry === 'later') {
    const seconds = afterS ?? LATER_S
    return { 'X-Topgate-Retry': `after=${seconds}`, 'Retry-After': String(seconds) }
  }
  const headers = { 'X-Topgate-Retry': retry }
  return afterS === undefined ? headers : { ...headers, 'Retry-After': String(afterS) }
}
