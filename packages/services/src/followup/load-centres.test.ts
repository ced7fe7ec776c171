import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import type { LoadedRow, LoadKind } from '../load/load-kind.ts'
import { chatPlatform, resultIn } from '../testing/chat-platform.ts'
import { doctor, doctorToken, jsonObject, message, noToken } from '../testing/sample-message.ts'
import { testVault } from '../testing/test-platform.ts'
import { loadCentres } from './load-centres.ts'
import { loadChatTokens } from './load-chat-tokens.ts'

function rowOf(kind: LoadKind, texts: Readonly<Record<string, string>>): LoadedRow {
  const row = kind.read(texts)
  if ('key' in row) return row
  throw new Error(row.map(({ field, words }) => `${field} ${words}`).join())
}

eachDatabase('what an owner loads about chats', (open) => {
  it('decides about a centre', async () => {
    const { db, run } = await chatPlatform(await open())
    const row = rowOf(loadCentres, {
      corp: 'CORP_A',
      auth_token_required: 'true',
      media_hosts: 'a.example;b.example:8443',
    })
    await db.transaction((tx) => loadCentres.write(tx, testVault, [row]))
    const picture = (host: string) => jsonObject(`{"pic":"https://${host}/1"}`)
    const outcomes = await run(
      message({}, noToken),
      message({ content: picture('b.example:8443') }),
      message({ content: picture('media.example') }),
    )
    const codes = outcomes.map((outcome) => resultIn<{ msg_code: string }>(outcome)?.msg_code)
    expect(codes).toEqual(['TOKEN_INVALID', 'SUCCESS', 'CONTENT_REJECTED'])
  })

  it('gives tokens and takes them away', async () => {
    const { db, run } = await chatPlatform(await open())
    const token = 'ab'.repeat(16)
    const known = { corp: 'CORP_A', subject: doctor, role: 'doctor' }
    const rows = [
      rowOf(loadChatTokens, { ...known, token, expires: '2022-04-03 10:00:01' }),
      rowOf(loadChatTokens, { ...known, token: doctorToken, revoked: 'true' }),
    ]
    await db.transaction((tx) => loadChatTokens.write(tx, testVault, rows))
    const codesNow = async () => {
      const outcomes = await run(message({}, token), message({}, doctorToken))
      return outcomes.map((outcome) => resultIn<{ msg_code: string }>(outcome)?.msg_code)
    }
    expect(await codesNow()).toEqual(['SUCCESS', 'TOKEN_INVALID'])
  })
})

it('never shows a token', () => {
  const problems = loadChatTokens.read({ corp: 'C', token: 'secret', subject: '1', role: 'doctor' })
  expect(JSON.stringify(problems)).toContain('32 hexadecimal digits')
  expect(JSON.stringify(problems)).not.toContain('secret')
})
