import { documentServed, userTagMobileAdd } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { indentJson, jsonAnswerSample } from './answer-samples.ts'

const tag = documentServed(userTagMobileAdd)

it('a sample answer wraps lists by the name of their items, and does not when simplified', () => {
  const item = expect.objectContaining({ sub_error_code: 'NOT_FIND_TAOBAO_ACCOUNT' })
  expect(JSON.parse(jsonAnswerSample(tag, 'json'))).toEqual({
    retail_user_tag_mobile_add_response: expect.objectContaining({
      error_infos: { error_info: [item] },
      result: true,
    }),
  })
  expect(JSON.parse(jsonAnswerSample(tag, 'simplified'))).toEqual(
    expect.objectContaining({ error_infos: [item], result: true }),
  )
})

it('indenting changes neither texts nor digits, and leaves empty containers alone', () => {
  const compact = '{"a":[1800001886002007960,{"b":"x:{,\\"}"}],"c":{},"d":[]}'
  expect(indentJson(compact)).toBe(
    [
      '{',
      '    "a": [',
      '        1800001886002007960,',
      '        {',
      '            "b": "x:{,\\"}"',
      '        }',
      '    ],',
      '    "c": {},',
      '    "d": []',
      '}',
    ].join('\n'),
  )
})
