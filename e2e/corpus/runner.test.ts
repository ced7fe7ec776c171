import { describe, expect, it } from 'vitest'
import { findBase } from './bases/find-base.ts'
import { type Case, type Op, type Outcome, readOwnCorpus } from './case.ts'
import { CorpusServer } from './corpus-server.ts'
import type { HttpAnswer } from './exchange.ts'
import { judge } from './judge.ts'
import { findLeak } from './leaks.ts'
import { missingFor } from './play-case.ts'
import { readXml } from './read-xml.ts'

const corpus = readOwnCorpus()

function caseOf(outcome: Outcome, ops: Op[] = [], more: Partial<Case> = {}): Case {
  return {
    id: 'control',
    layer: 'control',
    description: 'a control of the runner',
    base: 'charity',
    mutation: { resign: true, ops },
    outcome,
    expected_http: 200,
    expected_code: 41,
    expected_sub_code_prefix: null,
    note: '',
    ...more,
  }
}

function answerOf(body: string, status = 200): HttpAnswer {
  const contentType = body.startsWith('<') ? 'text/xml' : 'application/json'
  const headers = new Map([
    ['content-type', `${contentType};charset=UTF-8`],
    ['x-content-type-options', 'nosniff'],
  ])
  return { status, headers, body }
}

function judged(item: Case, body: string, closed = false): string | undefined {
  return judge(item, { answers: [answerOf(body)], closed })
}

const error = (code: number, more = '') =>
  `{"error_response":{"code":${code},"msg":"no"${more},"request_id":"0123456789abc"}}`

describe('the judge', () => {
  it('takes the expected error and no other', () => {
    expect(judged(caseOf('top_error'), error(41))).toBeUndefined()
    expect(judged(caseOf('top_error'), error(40))).toContain('expected code 41')
    expect(judged(caseOf('accept'), error(41))).toContain('expected accept')
  })

  it('compares the beginning of the sub code', () => {
    const item = caseOf('top_error', [], { expected_sub_code_prefix: 'isv.' })
    expect(judged(item, error(41, ',"sub_code":"isv.invalid-parameter"'))).toBeUndefined()
    expect(judged(item, error(41, ',"sub_code":"isp.isv."'))).toContain('expected sub_code')
    expect(judged(item, error(41))).toContain('expected sub_code')
  })

  it('wants an error to begin as every client expects, with a request id', () => {
    expect(judged(caseOf('top_error'), error(41).replace(':{', ': {'))).toBeDefined()
    expect(judged(caseOf('top_error'), error(41).replace('9abc', '9ABC'))).toBeDefined()
  })

  it('does not take a failure inside the answer for a success', () => {
    const body =
      '{"a_response":{"result":{"success":false,"code":404},"request_id":"0123456789abc"}}'
    const item = caseOf('business_error', [], { expected_sub_code_prefix: '404' })
    expect(judged(caseOf('accept'), body)).toContain('expected success')
    expect(judged(item, body)).toBeUndefined()
    expect(judged(item, body.replace('404', '409'))).toContain('expected code')
    expect(judged(item, body.replace('false', 'true'))).toContain('expected a failure')
  })

  it('notices a connection that stays open, an answer too many and one that is missing', () => {
    const refused = caseOf('http_error', [], { expected_http: 400, note: '501 is acceptable' })
    const answer = answerOf('', 400)
    expect(judge(refused, { answers: [answer], closed: true })).toBeUndefined()
    expect(judge(refused, { answers: [answerOf('', 501)], closed: true })).toBeUndefined()
    expect(judge(refused, { answers: [answerOf('', 200)], closed: true })).toBeDefined()
    expect(judge(refused, { answers: [answer], closed: false })).toBeDefined()
    expect(judge(refused, { answers: [answer, answer], closed: true })).toBeDefined()
    expect(judge(refused, { answers: [], closed: true })).toBeDefined()
    expect(judge(caseOf('close'), { answers: [answer], closed: true })).toBeDefined()
    expect(judge(caseOf('close'), { answers: [], closed: false })).toBeDefined()
    expect(judge(caseOf('top_error'), { answers: [], closed: true })).toBeDefined()
  })

  it('notices secrets and words of code', () => {
    expect(findLeak('{"sub_msg":"SQLITE_BUSY"}')).toBe('SQLITE')
    expect(findLeak(error(41))).toBeUndefined()
  })
})

it('reads XML only when it is well formed', () => {
  const xml = (text: string) => readXml(`<?xml version="1.0" encoding="utf-8" ?>${text}`)
  expect(xml('<a><b>1</b><b>&lt;</b></a>')).toEqual({ a: { b: ['1', '<'] } })
  for (const bad of [
    '<a>',
    '<a></b>',
    '<a>&x;</a>',
    '<a>&</a>',
    '<a>\u0001</a>',
    '<a><</a>',
    'a',
  ]) {
    expect(() => xml(bad)).toThrow()
  }
})

describe('the runner', () => {
  it('names the op that it lacks', () => {
    const base = findBase(corpus, caseOf('accept'))
    expect(missingFor(caseOf('accept', [{ target: 'client', action: 'dance' }]), base)).toBe(
      'client.dance',
    )
    const state = { target: 'state', action: 'set', name: 'weather', value: 'fine' }
    expect(missingFor(caseOf('accept', [state]), base)).toBe('state.weather')
    expect(missingFor(caseOf('accept'), undefined)).toBe('base charity')
  })

  it('does not play an op with an argument that it does not know', async () => {
    const server = new CorpusServer()
    await server.start()
    const base = findBase(corpus, caseOf('accept'))
    if (base === undefined) throw new Error('no base request')
    const op = { target: 'sign', action: 'compute', rounds: 2 }
    await expect(server.play(caseOf('accept', [op]), base)).rejects.toThrow(
      'not understood: rounds',
    )
    await server.stop()
  })
})
