import type { ApiContract, ApiError, Retry } from './api.ts'
import { type PlatformError, platformErrors } from './errors.ts'
import type { Bilingual } from './kinds.ts'

/** Why a call was refused or declined, and what to do about it. */
export interface Advice {
  readonly cause: Bilingual
  readonly remedy: Bilingual
  /** Whether sending the call again can help. */
  readonly retry: Retry
}

/** Advice for an `error_response`: from the table of the API, then from the error catalogue. */
export function adviseError(
  code: string,
  subCode: string | undefined,
  api: ApiContract | undefined,
): Advice {
  const own = api?.errors.find(
    (error) => error.where === 'error-response' && error.code === subCode,
  )
  if (own !== undefined) return adviceOf(own)
  // An installation may answer 15 where the pages print 50.
  const number = code === '15' ? 50 : Number(code)
  const sameCode = (Object.values(platformErrors) as readonly PlatformError[]).filter(
    (error) => error.code === number,
  )
  return (
    sameCode.find((error) => error.subCode === subCode) ??
    sameCode.find((error) => isFailure(error.subCode) && isFailure(subCode)) ??
    sameCode[0] ??
    unknownError
  )
}

/** Advice for an answer in the API's own shape that says no. */
export function adviseDecline(code: string | undefined, api: ApiContract | undefined): Advice {
  const own = api?.errors.find((error) => error.where === 'answer' && error.code === code)
  return own === undefined ? unknownDecline : adviceOf(own)
}

/** `isp.*`: the platform failed, whatever follows. */
function isFailure(subCode: string | undefined): boolean {
  return subCode?.startsWith('isp.') === true
}

function adviceOf({ about, remedy, retry }: ApiError): Advice {
  return { cause: about, remedy, retry }
}

const unknownError: Advice = {
  cause: { zh: '错误目录里没有此错误码', en: 'The error catalogue does not have this code' },
  remedy: {
    zh: '见 msg 与 sub_msg；isp.* 可稍后原样重试',
    en: 'See msg and sub_msg; after isp.* the same call may be sent again later',
  },
  retry: 'never',
}

const unknownDecline: Advice = {
  cause: { zh: 'API 没有执行此请求', en: 'The API did not carry out the request' },
  remedy: { zh: '见 API 的返回', en: 'See the answer of the API' },
  retry: 'never',
}
