import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
import { contractFromJson, contractToJson } from './contract-json.ts'
import { platformErrors } from './errors.ts'
import type { Field, Fields } from './kinds.ts'

function everyField(fields: Fields, visit: (path: string, field: Field) => void, path = ''): void {
  for (const [name, field] of Object.entries(fields)) everyPart(`${path}${name}`, field, visit)
}

function everyPart(path: string, field: Field, visit: (path: string, field: Field) => void): void {
  visit(path, field)
  if (field.kind === 'struct') everyField(field.fields, visit, `${path}.`)
  if (field.kind === 'list') everyPart(`${path}[]`, field.item, visit)
}

describe.each(catalogue.map((api) => [api.method, api] as const))('%s', (_method, api) => {
  it('round-trips through JSON text', () => {
    const text = JSON.stringify(contractToJson(api))
    expect(contractFromJson(JSON.parse(text))).toEqual(api)
  })

  it('describes every field in Chinese and English', () => {
    const undescribed: string[] = []
    for (const fields of [api.request, api.response]) {
      everyField(fields, (path, { about, needNote }) => {
        const texts = [about.zh, about.en, needNote?.zh ?? '-', needNote?.en ?? '-']
        if (texts.some((text) => text === '')) undescribed.push(path)
      })
    }
    expect(undescribed).toEqual([])
  })

  it('gives an example for every value, except inside a list that has one', () => {
    const missing: string[] = []
    everyField(api.request, (path, field) => {
      const isValue = field.kind !== 'struct' && field.kind !== 'list'
      if (isValue && field.example === undefined) missing.push(path)
    })
    expect(missing).toEqual([])
  })

  it('says of each of its errors what to do', () => {
    for (const { about, remedy } of api.errors) {
      expect([about.zh, about.en, remedy.zh, remedy.en].every((text) => text.length > 1)).toBe(true)
    }
    expect(new Set(api.errors.map(({ code }) => code)).size).toBe(api.errors.length)
  })

  it('bounds the length of what a lenient app may send against a pattern', () => {
    const unbounded: string[] = []
    everyField(api.request, (path, field) => {
      const isLoose = field.kind === 'text' && field.patternIsOurs === true
      if (isLoose && field.lengthMax === undefined) unbounded.push(path)
    })
    expect(unbounded).toEqual([])
  })

  it('has patterns that compile', () => {
    everyField(api.request, (_path, field) => {
      if (field.kind === 'text' && field.pattern !== undefined) new RegExp(field.pattern, 'u')
    })
    expect(api.method).toMatch(/^[a-z0-9.]+$/)
  })
})

it('keeps 64-bit limits exact through JSON', () => {
  const [api] = catalogue
  if (api === undefined) throw new Error('the catalogue is empty')
  const min = 9_223_372_036_854_775_807n
  const field: Field = {
    kind: 'int64',
    need: 'required',
    about: { zh: '数', en: 'n' },
    privacy: 'B',
    min,
  }
  const back = contractFromJson(
    JSON.parse(JSON.stringify(contractToJson({ ...api, request: { n: field } }))),
  )
  expect(back.request.n).toEqual(field)
})

describe('the error catalogue', () => {
  it('names a cause and a remedy in both languages for each error', () => {
    for (const { cause, remedy, msg } of Object.values(platformErrors)) {
      expect([cause.zh, cause.en, remedy.zh, remedy.en, msg].every((text) => text !== '')).toBe(
        true,
      )
    }
  })

  it('uses the prefix isp. exactly for what is worth sending again', () => {
    for (const error of Object.values(platformErrors)) {
      const isOurs = 'subCode' in error && error.subCode.startsWith('isp.')
      expect(isOurs).toBe(error.retry === 'same-request')
    }
  })
})
