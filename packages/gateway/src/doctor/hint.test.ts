import { Refusal } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { withHint } from './hint.ts'

const hinted = (refusal: Refusal, values: Record<string, string>) =>
  withHint(refusal, new Map(Object.entries(values))).detail.subMsg

describe('a refusal for something absent names what was sent in its place', () => {
  it.each([
    ['missing-app-key', 'appKey', 'app_key'],
    ['missing-app-key', 'APP-KEY', 'app_key'],
    ['missing-app-key', 'ap_key', 'app_key'],
    ['missing-signature', 'Sign', 'sign'],
    ['missing-timestamp', 'timeStamp', 'timestamp'],
    ['missing-method', 'methd', 'method'],
    ['missing-version', 'V', 'v'],
  ] as const)('%s: %s', (name, sent, wanted) => {
    expect(hinted(new Refusal(name), { [sent]: '1' })).toMatch(
      new RegExp(`；收到的是 ${sent}，应写成 ${wanted}`),
    )
  })

  it('also in a member of a parameter', () => {
    const refusal = new Refusal('missing-argument', { argument: 'dto.inner.event_id' })
    const dto = '{"inner":{"eventId":"E","n":12345678901234567890}}'
    expect(hinted(refusal, { dto })).toMatch(/收到的是 eventId，应写成 event_id/)
    expect(hinted(refusal, { dto: '{"inner"' })).toBeUndefined()
    expect(hinted(new Refusal('missing-argument', { argument: 'dto' }), { DTO: '1' })).toMatch(
      /收到的是 DTO/,
    )
  })
})

it('says nothing where nothing is alike', () => {
  expect(hinted(new Refusal('missing-app-key'), { method: 'x', t: '1' })).toBeUndefined()
  expect(hinted(new Refusal('missing-version'), { a: '1' })).toBeUndefined()
  expect(hinted(new Refusal('invalid-signature'), { Sign: '1' })).toBeUndefined()
})

it('names the letter case of a format and the oddities of an app key, never a value', () => {
  expect(hinted(new Refusal('invalid-format'), { format: ' JSON' })).toMatch(/应写成 json/)
  expect(hinted(new Refusal('invalid-format'), { format: 'yaml' })).toBeUndefined()
  expect(hinted(new Refusal('invalid-app-key'), { app_key: '1 ' })).toMatch(/空白/)
  const secret = 'sandbox00000000000000000000000001'
  const said = hinted(new Refusal('invalid-app-key'), { app_key: secret })
  expect(said).toMatch(/是否传成了 AppSecret/)
  expect(said).not.toContain(secret)
})
