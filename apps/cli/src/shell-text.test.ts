import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { curlCommand, shellWord } from './shell-text.ts'

it('quotes anything into one word of a shell', () => {
  const text = 'a\'b "c" $(d) `e` \\ \n中'
  expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(
    text,
  )
})

it('gives curl everything on one line', () => {
  const parameters = new Map([
    ['a', '1'],
    ['b', "it's"],
  ])
  expect(curlCommand('http://h/p', parameters)).toBe(
    "curl -s 'http://h/p' --data-urlencode 'a=1' --data-urlencode 'b=it'\\''s'",
  )
})
