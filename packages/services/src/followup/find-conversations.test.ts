import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { chatPlatform, recall, sentIn } from '../testing/chat-platform.ts'
import {
  followupFixtures,
  jsonObject,
  message,
  patientMessage,
  sessionId,
  singleSessionId,
} from '../testing/sample-message.ts'
import { testVault } from '../testing/test-platform.ts'
import { nowMs } from '../testing/write-call.ts'
import { findConversations } from './find-conversations.ts'
import { seedFollowup } from './seed.ts'

const urgent = '{"text":"胸口疼 13800138000","text":"胸口疼"}'

eachDatabase('the report of a conversation', (open) => {
  it('tells members and messages, masked, and nothing of what was said', async () => {
    const { db, run } = await chatPlatform(await open())
    const json = { ...jsonObject('{"text":"胸口疼"}'), text: urgent, repeated: true } as const
    const [first, second] = await run(message(), patientMessage({ content: json }))
    await run(recall(sentIn(first).id))
    const [report, ...others] = await findConversations(db, testVault, { session_id: sessionId })
    expect(others).toEqual([])
    expect(report).toMatchObject({
      corp: 'CORP_A',
      session_id: sessionId,
      kind: 'GROUP',
      state: 'OPEN',
      closed_reason: null,
      head_stamp: nowMs + 2,
      has_earlier: false,
      members: [
        { role: 'group', id: '2034****2037', name: null, status: 'active' },
        { role: 'doctor', id: '1533****4705', name: '样**', status: 'active' },
        { role: 'doctor', id: '**', name: null, status: 'left' },
        { role: 'patient', id: '5394****3890', name: '样**', status: 'active' },
        { role: 'guardian', id: '**', name: null, status: 'active' },
      ],
      messages: [
        { id: BigInt(sentIn(first).id), stamp: nowMs, role: 'doctor', state: 'RECALLED' },
        {
          id: BigInt(sentIn(second).id),
          stamp: nowMs + 1,
          role: 'patient',
          sender_id: '5394****3890',
          content_type: 1,
          state: 'SENT',
          flags: ['DUPLICATE_KEY', 'RISK_URGENT'],
          app_key: '10000001',
        },
        { state: 'RECALL', recalls: BigInt(sentIn(first).id), content_type: 40 },
      ],
    })
    expect(report?.messages.map(({ content }) => content)).toEqual([null, null, null])
    for (const secret of ['13800138000', '样例', '153315451244705', '5394977607673890']) {
      const shown = JSON.stringify(report, (_name, value) =>
        typeof value === 'bigint' ? String(value) : value,
      )
      expect(shown).not.toContain(secret)
    }
  })

  it('opens what was said, recalled or not, to who gives a reason', async () => {
    const { db, run } = await chatPlatform(await open())
    const [first] = await run(message(), patientMessage())
    await run(recall(sentIn(first).id))
    const question = { session_id: sessionId, corp: 'CORP_A' }
    const [report] = await findConversations(db, testVault, question, { reason: '投诉 T-1' })
    expect(report?.messages.map(({ content }) => content)).toEqual([
      '{"text":"abc"}',
      '{"text":"abc"}',
      null,
    ])
    const empty = findConversations(db, testVault, question, { reason: ' ' })
    await expect(empty).rejects.toThrow('for a reason')
  })

  it('has the newest 200 messages, and the older ones on request', async () => {
    const { db, run } = await chatPlatform(await open())
    await run(...Array.from({ length: 201 }, () => message()))
    const [newest] = await findConversations(db, testVault, { session_id: sessionId })
    expect(newest?.messages).toHaveLength(200)
    expect(newest?.messages[0]?.stamp).toBe(nowMs + 1)
    expect(newest?.has_earlier).toBe(true)
    const before = newest?.messages[0]?.stamp
    const [older] = await findConversations(db, testVault, { session_id: sessionId, before })
    expect(older?.messages.map(({ stamp }) => stamp)).toEqual([nowMs])
    expect(older?.has_earlier).toBe(false)
  })

  it('is of the centre that is asked for, of all without one, and of none that is unknown', async () => {
    const { db } = await chatPlatform(await open())
    const conversations = followupFixtures.conversations.map((one) => ({ ...one, corp: 'CORP_B' }))
    await db.transaction((tx) =>
      seedFollowup(tx, testVault, { ...followupFixtures, conversations }, 'keep'),
    )
    const corpsOf = async (corp?: string, session_id = singleSessionId) => {
      const found = await findConversations(db, testVault, { session_id, corp })
      return found.map((report) => report.corp)
    }
    expect(await corpsOf()).toEqual(['CORP_A', 'CORP_B'])
    expect(await corpsOf('CORP_B')).toEqual(['CORP_B'])
    expect(await corpsOf(undefined, '0'.repeat(32))).toEqual([])
  })
})
