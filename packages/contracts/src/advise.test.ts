import { describe, expect, it } from 'vitest'
import { adviseDecline, adviseError } from './advise.ts'
import { catalogue } from './catalogue.ts'
import { userActionSync } from './charity/alibaba.charity.useraction.sync.ts'
import { platformErrors } from './errors.ts'

describe('advice for an error', () => {
  it.each(Object.entries(platformErrors))('of the catalogue is its own: %s', (_name, error) => {
    const subCode = 'subCode' in error ? error.subCode : undefined
    expect(adviseError(String(error.code), subCode, undefined)).toMatchObject({
      remedy: error.remedy,
    })
  })

  it('is the same whether the backend answers 50 or 15', () => {
    expect(adviseError('15', 'isv.invalid-parameter', undefined)).toMatchObject({
      remedy: platformErrors['invalid-parameter'].remedy,
    })
  })

  it('holds for every invalid parameter, whatever name follows', () => {
    expect(adviseError('50', 'isv.invalid-parameter:event_id', undefined)).toMatchObject({
      remedy: platformErrors['invalid-parameter'].remedy,
    })
  })

  it('takes every isp sub code for a failure of the other side', () => {
    expect(adviseError('50', 'isp.some-new-error', undefined)).toMatchObject({
      remedy: platformErrors['service-error'].remedy,
    })
  })

  it('falls back to the code when the sub code is unknown', () => {
    expect(adviseError('7', 'accesscontrol.limited-by-api-access-count', undefined)).toMatchObject({
      remedy: platformErrors['app-call-limited'].remedy,
    })
  })

  it('points to the answer for a code that nobody knows', () => {
    expect(adviseError('900', undefined, undefined).remedy.en).toContain('sub_msg')
  })
})

describe('advice for a decline', () => {
  const declines = catalogue.flatMap((api) =>
    api.errors
      .filter(({ where }) => where === 'answer')
      .map((error) => [api.method, error.code, api, error] as const),
  )

  it.each(declines)('of %s with %s comes from its own table', (_method, code, api, error) => {
    expect(adviseDecline(code, api)).toEqual({
      cause: error.about,
      remedy: error.remedy,
      retry: error.retry,
    })
  })

  it('points to the answer for a code that the API does not document', () => {
    expect(adviseDecline('999', userActionSync).remedy.en).toContain('answer of the API')
    expect(adviseDecline(undefined, undefined).remedy.en).toContain('answer of the API')
  })
})
