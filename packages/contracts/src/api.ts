import { type ApiGuide, emptyGuide } from './api-guide.ts'
import type { Bilingual, Fields, ValuesOf } from './kinds.ts'

/** Permission packages: what an app is granted as a whole. */
export type PackageName = 'insurance' | 'charity' | 'alihouse' | 'retail-tag' | 'followup'

/** Whether sending the call again can help: never, as it is, with a new session, or after a wait. */
export type Retry = 'never' | 'same-request' | 'new-session' | 'later'

/** The same in words for people. */
export const retryWords: Readonly<Record<Retry, Bilingual>> = {
  never: { zh: '勿原样重试', en: 'do not repeat unchanged' },
  'same-request': { zh: '可原样重试', en: 'may be sent again' },
  'new-session': { zh: '换会话后重试', en: 'with a new session' },
  later: { zh: '等待后重试', en: 'wait, then send again' },
}

/**
 * TOP's security classes: reading and writing, and of each the risky ones. The classes r2 and w2 end
 * soon after the consent of the user, and no refresh renews them.
 */
export type SecurityClass = 'r1' | 'r2' | 'w1' | 'w2'

/**
 * What kind of load the calls of an API are. Under overload a node sheds from the end of this list:
 * reads and statistics come again by themselves, what is money or a message to somebody does not.
 */
export const flowClasses = ['ledger', 'event', 'statistics', 'read'] as const
export type FlowClass = (typeof flowClasses)[number]

/** One row of 错误码解释: a failure that this API tells in its own answer or by a sub_code. */
export interface ApiError {
  /** `answer`: inside the documented response. `error-response`: `sub_code` of error_response. */
  readonly where: 'answer' | 'error-response'
  readonly code: string
  readonly about: Bilingual
  readonly remedy: Bilingual
  readonly retry: Retry
}

/** A failure that the API tells in its own answer. Sending the same again does not help. */
export function declined(
  code: string,
  about: readonly [zh: string, en: string],
  remedy: readonly [zh: string, en: string],
): ApiError {
  return {
    where: 'answer',
    code,
    about: { zh: about[0], en: about[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
    retry: 'never',
  }
}

/** Everything that the platform knows about one API. Plain data; see `contract-json.ts`. */
export interface ApiContract<Req extends Fields = Fields, Res extends Fields = Fields> {
  readonly method: string
  /** The number of the documented page. Absent where no page was given to compare with. */
  readonly apiId?: number
  readonly title: Bilingual
  readonly description: Bilingual
  readonly category: Bilingual
  /** The page carries the line 注意:以下文档只适用于TOP接口,请谨慎使用! */
  readonly notice: boolean
  /** `session`: the call needs the session key of a user. */
  readonly access: 'app' | 'session'
  /** The permission package that contains the API; null: open to every app. */
  readonly package: PackageName | null
  readonly effect: 'read' | 'write'
  /** Of an API that needs a session: what the consent of the user has to be fresh enough for. */
  readonly securityClass: SecurityClass
  readonly flowClass: FlowClass
  /**
   * What remembers the signatures of accepted writes for 21 minutes. `durable`: a column of the
   * effect row, because the business key alone does not make a replay harmless. `process`: the
   * business key answers a replay, the memory of the process only notices collisions.
   */
  readonly signatureMemory: 'durable' | 'process' | 'none'
  /** Where the breach of a stateless rule is told: error_response 50, or the API's own answer. */
  readonly invalidAs: 'error-response' | 'answer'
  /** After this long the caller is told `isp.remote-service-timeout`. */
  readonly deadlineMs: number
  /** Bound of all decoded parameter values together, in bytes. */
  readonly parametersBytesMax: number
  readonly request: Req
  readonly response: Res
  /** Where an answer says whether it succeeded, and its code, as paths into the response. */
  readonly outcome: {
    readonly flag: string
    readonly success: string
    readonly code: string
  } | null
  readonly errors: readonly ApiError[]
  /** What a repeated call does. */
  readonly repeat: Bilingual
  readonly guide: ApiGuide
}

export type RequestOf<A extends ApiContract> = ValuesOf<A['request']>
export type ResponseOf<A extends ApiContract> = ValuesOf<A['response']>

type ApiDefaults =
  | 'notice'
  | 'invalidAs'
  | 'deadlineMs'
  | 'parametersBytesMax'
  | 'outcome'
  | 'errors'
  | 'guide'
  | 'package'
  | 'securityClass'
  | 'flowClass'

export const READ_DEADLINE_MS = 3_000
export const WRITE_DEADLINE_MS = 5_000
export const STATISTICS_DEADLINE_MS = 10_000
/** `reliability.md` section 7: decoded size per method. */
export const PARAMETERS_BYTES_MAX = 128 * 1024

/** Fills in what most APIs share. */
export function defineApi<Req extends Fields, Res extends Fields>(
  api: Omit<ApiContract<Req, Res>, ApiDefaults> & Partial<Pick<ApiContract<Req, Res>, ApiDefaults>>,
): ApiContract<Req, Res> {
  return {
    notice: false,
    package: null,
    securityClass: api.effect === 'write' ? 'w1' : 'r1',
    flowClass: api.effect === 'write' ? 'event' : 'read',
    invalidAs: 'error-response',
    deadlineMs: api.effect === 'write' ? WRITE_DEADLINE_MS : READ_DEADLINE_MS,
    parametersBytesMax: PARAMETERS_BYTES_MAX,
    outcome: null,
    errors: [],
    guide: emptyGuide,
    ...api,
  }
}
