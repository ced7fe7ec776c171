import { expect, it } from 'vitest'
import { createReplyText } from './reply.ts'

it('refuses a header that would begin a line of its own', () => {
  const replyText = createReplyText(65_000, 10_000)
  const reply = (value: string) => ({ contentType: 'text/plain', body: '', headers: { X: value } })
  expect(replyText(reply('a'), false)).toContain('\r\nX: a\r\n')
  expect(() => replyText(reply('a\r\nSet-Cookie: b'), false)).toThrow('Invalid character')
})
