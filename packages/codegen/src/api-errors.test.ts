import {
  type ApiContract,
  catalogue,
  investDataBackFlow,
  platformErrors,
  timeGet,
  userActionSync,
} from '@topgate/contracts'
import { expect, it } from 'vitest'
import { errorRows, platformErrorRows } from './api-errors.ts'
import { questionsOf } from './common-questions.ts'

it('an API lists its own errors first, then those that its calls can meet', () => {
  const rows = errorRows(userActionSync)
  expect(rows.slice(0, 7).map(({ code }) => code)).toEqual(
    userActionSync.errors.map(({ code }) => code),
  )
  expect(rows.map(({ id }) => id)).toContain('invalid-signature')
  expect(rows.map(({ id }) => id)).not.toContain('missing-session')
})

it('a query without package lists neither packages nor collisions of signatures', () => {
  const ids = errorRows(timeGet).map(({ id }) => id)
  for (const absent of ['package-missing', 'signature-collision', 'missing-argument']) {
    expect(ids).not.toContain(absent)
  }
})

it('an error that a guide explains names it', () => {
  const guideOf = (id: string) =>
    platformErrorRows().find((row) => row.id === id)?.guide?.name ?? null
  expect(guideOf('invalid-signature')).toBe('signing')
  expect(guideOf('blank-session')).toBe('sessions')
  expect(guideOf('app-call-limited')).toBe('flow-control')
  expect(guideOf('missing-argument')).toBeNull()
})

it('every error of the catalogue is listed by some API', () => {
  // No API of the catalogue is of a risky class yet.
  const risky: ApiContract = { ...investDataBackFlow, securityClass: 'w2' }
  const listed = new Set([...catalogue, risky].flatMap((api) => errorRows(api).map(({ id }) => id)))
  expect(Object.keys(platformErrors).filter((name) => !listed.has(name))).toEqual([])
})

it.each(catalogue.map((api) => [api.method, api] as const))(
  '%s answers four questions or more, each once',
  (_method, api) => {
    const asked = questionsOf(api).map(({ question }) => question.zh)
    expect(asked.length).toBeGreaterThanOrEqual(4)
    expect(new Set(asked).size).toBe(asked.length)
    if (api.apiId !== undefined && [61118, 45437, 62170, 59638, 43030].includes(api.apiId)) {
      expect(api.guide.faq.length).toBeGreaterThanOrEqual(4)
    }
  },
)
