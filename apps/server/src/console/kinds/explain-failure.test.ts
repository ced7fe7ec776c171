import { catalogue, platformErrors } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { explainFailure } from './explain-failure.ts'

it.each(Object.values(platformErrors))('explains the platform error $code $subCode', (error) => {
  const { code, subCode: sub_code = '' } = error
  const found = explainFailure({ method: '', code, sub_code })
  const alike = Object.values(platformErrors).filter(
    (other) => other.code === code && (other.subCode ?? '') === sub_code,
  )
  expect(alike).toContain(found)
})

const ownErrors = catalogue.flatMap(({ method, errors }) =>
  errors.map((error) => ({ method, ...error })),
)

it.each(ownErrors)('explains $code of $method in the words of its contract', (error) => {
  const { method, code: sub_code, about, remedy } = error
  const found = explainFailure({ method, code: 0, sub_code })
  const alike = ownErrors.filter((other) => other.method === method && other.code === sub_code)
  expect(alike.map((other) => other.about)).toContainEqual(found?.cause)
  expect([about.zh, remedy.zh].every((text) => text !== '')).toBe(true)
})

it('says nothing about what no contract knows', () => {
  expect(explainFailure({ method: '', code: 9_999, sub_code: '' })).toBeUndefined()
})
