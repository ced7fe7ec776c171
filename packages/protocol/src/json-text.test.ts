import { describe, expect, it } from 'vitest'
import { parseJson, writeJson, writeJsonIndented } from './json-text.ts'

function rewritten(text: string, write = writeJson): string {
  const parsed = parseJson(text)
  return 'value' in parsed ? write(parsed.value) : parsed.problem
}

describe('JSON text', () => {
  it('keeps every digit of every number', () => {
    const text = '{"a":1800001886002007960,"b":[-9223372036854775808,1.50,1e3,-0],"c":null}'
    expect(rewritten(text)).toBe(text)
  })

  it('is indented by two spaces a level, empty objects and lists on one line', () => {
    expect(rewritten('{"a":{"b":[1,"中\\n"]},"c":{},"d":[]}', writeJsonIndented)).toBe(
      '{\n  "a": {\n    "b": [\n      1,\n      "中\\n"\n    ]\n  },\n  "c": {},\n  "d": []\n}',
    )
  })

  it('says what is wrong with other text and where', () => {
    expect(parseJson('{"a":01}')).toEqual({ problem: 'number with a leading zero at 5' })
  })

  it('reads 64 levels and no more', () => {
    expect(parseJson('['.repeat(64) + ']'.repeat(64))).toHaveProperty('value')
    expect(parseJson('['.repeat(65) + ']'.repeat(65))).toHaveProperty('problem')
  })
})
