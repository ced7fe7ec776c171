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

it('indenting changes neither texts nor digits', () => {
  expect(indentJson('{"a":[1800001886002007960,1.50],"b":"x:{,\\"}"}')).toBe(
    '{\n  "a": [\n    1800001886002007960,\n    1.50\n  ],\n  "b": "x:{,\\"}"\n}',
  )
  expect(indentJson('no JSON')).toBe('no JSON')
})
