import { userActionSync, userTagMobileAdd } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { readAnswer } from './read-answer.ts'
import { createAnswerWriter, writeError } from './write-answer.ts'

const forms = ['json', 'simplified', 'xml'] as const
const action = userActionSync.method

function actionAnswer(code: bigint, form: (typeof forms)[number]): string {
  const result = { msg: '消息', code, success: code === 200n }
  return createAnswerWriter(userActionSync)({ result }, form, 'abc')
}

describe.each(forms)('an answer as %s', (form) => {
  it('is a success when the flag of the API says so', () => {
    const { outcome } = readAnswer(actionAnswer(200n, form), action, userActionSync)
    expect(outcome).toEqual({ kind: 'success' })
  })

  it('is declined with the code of the API, and found again by its request id', () => {
    const { outcome, requestId } = readAnswer(actionAnswer(404n, form), action, userActionSync)
    expect(outcome).toEqual({ kind: 'declined', code: '404' })
    expect(requestId).toBe('abc')
  })

  it('is declined with a code that stands in a list', () => {
    const error_infos = [
      { outer_error_code: 'TAG_NOT_ACTIVE', error_message: '', error_code: '', sub_error_code: '' },
    ]
    const body = createAnswerWriter(userTagMobileAdd)({ error_infos, result: true }, form, 'abc')
    expect(readAnswer(body, userTagMobileAdd.method, userTagMobileAdd).outcome).toEqual({
      kind: 'declined',
      code: 'TAG_NOT_ACTIVE',
    })
  })

  it('is an error with its four parts', () => {
    const body = writeError(
      { code: 25, msg: 'Invalid signature', sub_msg: '<核对>', request_id: 'abc' },
      form,
    )
    expect(readAnswer(body, action, userActionSync).outcome).toEqual({
      kind: 'error',
      code: '25',
      msg: 'Invalid signature',
      subCode: undefined,
      subMsg: '<核对>',
    })
  })
})

it('prints 64-bit numbers with all their digits', () => {
  const body = '{"a_b_response":{"id":1800001886002007961,"request_id":"abc"}}'
  expect(readAnswer(body, 'a.b', undefined)).toEqual({
    outcome: { kind: 'success' },
    requestId: 'abc',
    pretty:
      '{\n  "a_b_response": {\n    "id": 1800001886002007961,\n    "request_id": "abc"\n  }\n}',
  })
})

it.each(['', 'Not Found', '<html><body>x</body></html>', '{"status":"ok"}', '[]', 'null'])(
  'does not take %j for an answer of a gateway',
  (body) => {
    expect(readAnswer(body, action, userActionSync)).toMatchObject({
      outcome: { kind: 'unreadable' },
      requestId: undefined,
    })
  },
)
