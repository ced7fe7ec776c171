import { type PlatformError, platformErrors, type Refusal } from '@topgate/contracts'
import { type AnswerForm, type ErrorAnswer, writeError } from '@topgate/protocol'
import type { Reply } from './http-call.ts'

export const contentTypes: Readonly<Record<AnswerForm, string>> = {
  json: 'application/json;charset=UTF-8',
  simplified: 'application/json;charset=UTF-8',
  xml: 'text/xml;charset=UTF-8',
}

/** What leaves the gateway for a refusal: the one place where errors become answers. */
export function renderError(error: ErrorAnswer, form: AnswerForm): Reply {
  return { contentType: contentTypes[form], body: writeError(error, form) }
}

/** `backendCode` is what 50 leaves as: one switch makes it 15 (design.md section 10). */
export function describe(refusal: Refusal, requestId: string, backendCode: 50 | 15): ErrorAnswer {
  const error: PlatformError = platformErrors[refusal.name]
  const { argument, subMsg } = refusal.detail
  const appendsName = error.msg.endsWith(':')
  return {
    code: error.code === 50 ? backendCode : error.code,
    msg: appendsName ? error.msg + (argument ?? '') : error.msg,
    sub_code: error.subCode,
    sub_msg: subMsg ?? error.remedy.zh,
    request_id: requestId,
  }
}
