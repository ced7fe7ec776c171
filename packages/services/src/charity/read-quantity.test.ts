import { describe, expect, it } from 'vitest'
import { json } from './charity-testing.ts'
import { lenientRule } from './lenient.ts'
import { isEncodedTwice, QUANTITY_MAX, readQuantity } from './read-quantity.ts'

const rule = { ...lenientRule('X'), quantity_path: 'durationMinutes' }
const decoding = { ...rule, decode_once: 1 }
const twice = (content: string) => json(JSON.stringify(content))

describe('readQuantity', () => {
  it.each([
    ['{"durationMinutes":1}', 1],
    ['{"durationMinutes":125,"place":"杭州市"}', 125],
    [`{"durationMinutes":${QUANTITY_MAX}}`, QUANTITY_MAX],
  ])('reads %s', (content, quantity) => {
    expect(readQuantity(rule, json(content))).toBe(quantity)
  })

  it.each([
    '{}',
    '[]',
    '125',
    '"125"',
    'null',
    '{"durationMinutes":"1e3"}',
    '{"durationMinutes":"125"}',
    '{"durationMinutes":1e3}',
    '{"durationMinutes":125.0}',
    '{"durationMinutes":0}',
    '{"durationMinutes":-6}',
    '{"durationMinutes":null}',
    '{"durationMinutes":[125]}',
    `{"durationMinutes":${QUANTITY_MAX + 1}}`,
    '{"durationMinutes":9223372036854775807}',
    '{"other":{"durationMinutes":125}}',
  ])('finds nothing in %s', (content) => {
    expect(readQuantity(rule, json(content))).toBeUndefined()
  })

  it('finds nothing when there is no content', () => {
    expect(readQuantity(rule, undefined)).toBeUndefined()
  })

  it('follows a path through the levels', () => {
    const nested = { ...rule, quantity_path: 'work.time.minutes' }
    expect(readQuantity(nested, json('{"work":{"time":{"minutes":7}}}'))).toBe(7)
    expect(readQuantity(nested, json('{"work":{"time":7}}'))).toBeUndefined()
  })

  it('decodes once more where the rule says so, and only once', () => {
    expect(readQuantity(decoding, twice('{"durationMinutes":125}'))).toBe(125)
    expect(readQuantity(decoding, json('{"durationMinutes":125}'))).toBe(125)
    expect(readQuantity(rule, twice('{"durationMinutes":125}'))).toBeUndefined()
    expect(readQuantity(decoding, twice(JSON.stringify('{"durationMinutes":125}')))).toBeUndefined()
  })

  it.each([
    '{"durationMinutes":1e3}',
    '{"durationMinutes":1.0}',
    '{"durationMinutes":99999999999999999999}',
    '{"durationMinutes":125',
    `${'['.repeat(8000)}${']'.repeat(8000)}`,
    'hello',
  ])('finds nothing in the encoded %.40s', (content) => {
    expect(readQuantity(decoding, twice(content))).toBeUndefined()
  })

  it('takes a member named __proto__ as any other', () => {
    const named = { ...decoding, quantity_path: '__proto__.minutes' }
    expect(readQuantity(named, twice('{"__proto__":{"minutes":7}}'))).toBe(7)
  })
})

describe('isEncodedTwice', () => {
  it.each(['{"a":1}', '[]', '{}'])('finds %s inside a string', (content) => {
    expect(isEncodedTwice(rule, twice(content))).toBe(true)
    expect(isEncodedTwice(decoding, twice(content))).toBe(false)
  })

  it.each(['hello', '', '125', '1.5', '"x"', '{'])('leaves the plain string %s', (content) => {
    expect(isEncodedTwice(rule, twice(content))).toBe(false)
  })

  it('leaves what is no string', () => {
    expect(isEncodedTwice(rule, json('{"a":"{}"}'))).toBe(false)
    expect(isEncodedTwice(rule, undefined)).toBe(false)
  })
})
