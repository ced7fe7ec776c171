import { expect, it } from 'vitest'
import { readableContent } from './chat-content.ts'

it.each([
  ['{"text":"abc"}', 'abc'],
  ['{"text":"伤口有点红😟\\n37.8℃"}', '伤口有点红😟\n37.8℃'],
  ['{"diagnose":"恢复良好","advice":"两周后复查"}', 'diagnose: 恢复良好\nadvice: 两周后复查'],
  [
    '{"pic":["https://m.example/1.jpg"],"text":"化验单"}',
    'pic: ["https://m.example/1.jpg"]\n化验单',
  ],
  ['{"radio_time":9007199254740993}', 'radio_time: 9007199254740993'],
  ['{}', '{}'],
  ['not json', 'not json'],
  ['"text"', '"text"'],
])('%s is read as %j', (stored, read) => {
  expect(readableContent(stored)).toBe(read)
})
