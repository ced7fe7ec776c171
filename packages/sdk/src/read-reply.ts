import { isJsonObject, type JsonObject, type JsonValue } from '@topgate/contracts'
import { parseJson, responseRoot } from '@topgate/protocol'
import type { Decline } from './answer.ts'
import type { ApiFacts, ErrorFacts, Retry } from './api-table.ts'
import { type Decoded, decodeResponse } from './decode-response.ts'
import { type Remedy, TopNonsense, TopRefusal } from './errors.ts'
import { type Failure, readRetryHint, readSeconds } from './retry.ts'

/** What came back over HTTP, within the bounds. */
export interface Reply {
  readonly status: number
  /** Undefined: more bytes than are read, or no UTF-8. */
  readonly body: string | undefined
  readonly retryHint: string | undefined
  readonly retryAfter: string | undefined
}

export type ReadReply =
  | {
      readonly kind: 'answered'
      readonly decline: Decline | undefined
      readonly requestId: string | undefined
      readonly decoded: Decoded
      readonly body: string
    }
  | {
      readonly kind: 'failed'
      readonly error: TopRefusal | TopNonsense
      readonly failure: Failure
    }

const BODY_START_CHARS = 500

/** What a reply means. Pure: nothing in it depends on time or chance. */
export function readReply(
  method: string,
  api: ApiFacts,
  platformErrors: readonly ErrorFacts[],
  reply: Reply,
): ReadReply {
  const nonsense = (problem: string): ReadReply => ({
    kind: 'failed',
    error: new TopNonsense(
      method,
      reply.status,
      reply.body?.slice(0, BODY_START_CHARS) ?? '',
      problem,
    ),
    // A proxy in front of the platform speaks like this while the call behind it may still run.
    failure:
      reply.status >= 500
        ? { kind: 'unknown-fate', afterS: readSeconds(reply.retryAfter) }
        : { kind: 'final' },
  })
  if (reply.body === undefined) return nonsense('too long, or no UTF-8')
  const parsed = parseJson(reply.body)
  if ('problem' in parsed) return nonsense(`no JSON: ${parsed.problem}`)
  const error = memberOf(parsed.value, 'error_response')
  if (error !== undefined) {
    if (!isJsonObject(error)) return nonsense('error_response is no object')
    return readRefusal(method, [...api.errors, ...platformErrors], error, reply)
  }
  const root = memberOf(parsed.value, responseRoot(method))
  if (root === undefined || !isJsonObject(root)) return nonsense('another root member')
  return {
    kind: 'answered',
    decline: declineOf(api, root, reply),
    requestId: textAt(root, ['request_id']),
    decoded: decodeResponse(api.response, root),
    body: reply.body,
  }
}

function readRefusal(
  method: string,
  table: readonly ErrorFacts[],
  error: JsonObject,
  reply: Reply,
): ReadReply {
  const subCode = textAt(error, ['sub_code'])
  const subMsg = textAt(error, ['sub_msg'])
  const code = textAt(error, ['code']) ?? ''
  const known = findError(table, code, subCode)
  const hint = readRetryHint(reply.retryHint)
  const retry = hint?.retry ?? known?.retry ?? retryOfSubCode(subCode)
  const afterS = retry === 'later' ? (hint?.afterS ?? secondsOfBan(subMsg)) : undefined
  const refusal = new TopRefusal({
    method,
    code,
    msg: textAt(error, ['msg']) ?? '',
    subCode,
    subMsg,
    requestId: textAt(error, ['request_id']),
    remedy: remedyOf(known),
    retry,
    retryAfterS: afterS,
    mayHaveRun: retry === 'same-request',
    body: reply.body ?? '',
  })
  const failure: Failure = { kind: 'refused', retry, afterS, isHint: hint !== undefined }
  return { kind: 'failed', error: refusal, failure }
}

function declineOf(api: ApiFacts, root: JsonObject, reply: Reply): Decline | undefined {
  const rule = api.outcome
  if (rule === undefined || textAt(root, rule.flag) === rule.success) return undefined
  const code = textAt(root, rule.code)
  const known = api.errors.find((error) => error.where === 'answer' && error.code === code)
  const hint = readRetryHint(reply.retryHint)
  return { code, retry: hint?.retry ?? known?.retry ?? 'never', remedy: remedyOf(known) }
}

/** By the sub-code, which says more; else by a code that has none. */
function findError(
  table: readonly ErrorFacts[],
  code: string,
  subCode: string | undefined,
): ErrorFacts | undefined {
  const refusals = table.filter(({ where }) => where === 'error-response')
  // `isv.invalid-parameter:name` is the same error as without the name.
  const plain = subCode?.split(':')[0]
  const bySubCode = refusals.find((error) => error.subCode !== undefined && error.subCode === plain)
  return bySubCode ?? refusals.find((error) => error.subCode === undefined && error.code === code)
}

/** `isp.` is a fault of the platform, but where it could not make sense of the parameters. */
function retryOfSubCode(subCode = ''): Retry {
  return subCode.startsWith('isp.') && !subCode.includes('parse-error') ? 'same-request' : 'never'
}

function secondsOfBan(subMsg = ''): number | undefined {
  return readSeconds(/This ban will last for (\d+) more seconds/.exec(subMsg)?.[1])
}

function remedyOf(error: ErrorFacts | undefined): Remedy | undefined {
  return error === undefined ? undefined : { zh: error.zh, en: error.en }
}

function memberOf(value: JsonValue, name: string): JsonValue | undefined {
  return value !== null && isJsonObject(value) ? value.get(name) : undefined
}

/** The scalar at these steps as text; digits are a place in a list. */
function textAt(root: JsonValue, steps: readonly string[]): string | undefined {
  let found: JsonValue | undefined = root
  for (const step of steps) {
    if (found === undefined || found === null) return undefined
    if (/^\d+$/.test(step)) found = itemsOf(found)[Number(step)]
    else found = memberOf(found, step)
  }
  if (found === undefined || found === null) return undefined
  return typeof found === 'object' ? undefined : String(found)
}

function itemsOf(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value
  if (value === null || !isJsonObject(value) || value.size !== 1) return []
  return [...value.values()].flat()
}
