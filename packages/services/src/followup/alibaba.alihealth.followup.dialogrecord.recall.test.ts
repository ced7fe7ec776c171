import type { Outcome } from '@topgate/engine'
import { eachDatabase, followUntil } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { chatPlatform, idsOf, recall, resultIn, sentIn } from '../testing/chat-platform.ts'
import {
  closedSessionId,
  doctor,
  expiredToken,
  followupFixtures,
  message,
  patient,
  patientMessage,
  patientToken,
  sessionId,
  singleSessionId,
} from '../testing/sample-message.ts'
import { testVault } from '../testing/test-platform.ts'
import { nowMs } from '../testing/write-call.ts'
import { seedFollowup } from './seed.ts'
import { followupMessage } from './tables.ts'

function codeOf(outcome: Outcome | undefined): string | undefined {
  return resultIn<{ msg_code: string }>(outcome)?.msg_code ?? outcome?.kind
}

const byPatient = { rs_type: '1', sufferer_id: patient }

eachDatabase('recalling a message', (open, dialect) => {
  it('tells those who have read it and hides it from those who have not', async () => {
    const { run, fetch, node } = await chatPlatform(await open())
    const [first, second] = (await run(message(), message())).map(sentIn)
    const outcomes = await run(recall(first?.id ?? ''))
    expect(outcomes).toMatchObject([
      {
        effect: 'new',
        answer: { result1: { model: true, msg_code: 'SUCCESS', msg_info: '成功', success: true } },
      },
    ])
    const notice = {
      id: first?.id,
      content_type: '40',
      content: '{"recalled":true,"text":"消息已撤回"}',
      rs_type: '2',
      time_stamp: String(nowMs + 2),
      dialog_content_v_o: { text: '消息已撤回' },
    }
    const late = await fetch()
    expect(late.dialog_list).toEqual([expect.objectContaining({ id: second?.id }), notice])
    node.elapsed_ms += 200
    const early = await fetch({ last_time_stamp: String(second?.time_stamp) })
    expect(early.dialog_list).toEqual([notice])
  })

  it('keeps the message stored, and the recall as a row of its own', async () => {
    const { db, run } = await chatPlatform(await open())
    const [sent] = (await run(message())).map(sentIn)
    await run(recall(sent?.id ?? ''))
    const rows = await followUntil(db, followupMessage, 2)
    expect(rows).toMatchObject([
      { id: BigInt(sent?.id ?? 0), content_type: 1, recalls: null },
      { content_type: 40, recalls: BigInt(sent?.id ?? 0), sender_id: doctor, stamp: nowMs + 1 },
    ])
    expect(rows[0]?.content.length).toBeGreaterThan(0)
    expect(rows[1]?.content).toHaveLength(0)
  })

  it('succeeds again, in the same batch, later and with the same signature', async () => {
    const { db, run, clock } = await chatPlatform(await open())
    const [sent] = (await run(message())).map(sentIn)
    const id = sent?.id ?? ''
    const signature = 'c'.repeat(64)
    const signed = (boundaries: string) => recall(id, {}, undefined, { signature, boundaries })
    const outcomes = await run(signed('one'), recall(id))
    clock.ms += 10 * 60_000
    outcomes.push(...(await run(signed('one'), recall(id), signed('two'))))
    expect(outcomes.map(codeOf)).toEqual([...Array(4).fill('SUCCESS'), 'refused'])
    expect(await followUntil(db, followupMessage, 2)).toHaveLength(2)
    expect(outcomes.slice(1, 4).map((outcome) => 'effect' in outcome && outcome.effect)).toEqual(
      Array(3).fill('none'),
    )
  })

  it('is possible for two minutes', async () => {
    const { run, clock } = await chatPlatform(await open())
    const [first, second] = (await run(message(), message())).map(sentIn)
    clock.ms = nowMs + 120_000
    const inTime = await run(recall(first?.id ?? ''))
    clock.ms = nowMs + 120_002
    const late = await run(recall(second?.id ?? ''))
    expect([...inTime, ...late].map(codeOf)).toEqual(['SUCCESS', 'RECALL_TIMEOUT'])
    expect(late).toMatchObject([{ answer: { result1: { success: false, model: false } } }])
  })

  it('is only for messages of one’s own, in that conversation', async () => {
    const { run } = await chatPlatform(await open())
    const single = { session_id: singleSessionId, bterm_user_id: doctor }
    const [own, ofPatient, elsewhere] = (
      await run(message(), patientMessage(), message(single))
    ).map((outcome) => sentIn(outcome).id)
    const [taken] = (await run(message())).map(sentIn)
    await run(recall(taken?.id ?? ''))
    const outcomes = await run(
      recall(ofPatient ?? ''),
      recall(own ?? '', byPatient, patientToken),
      recall(elsewhere ?? ''),
      recall('1'),
      recall('9'.repeat(19)),
      recall(own ?? '', {}, expiredToken),
      recall(own ?? '', { bterm_user_id: '5' }),
      recall(own ?? '', { session_id: '0'.repeat(32) }),
      recall(ofPatient ?? '', byPatient, patientToken),
    )
    expect(outcomes.map(codeOf)).toEqual([
      'RECORD_NOT_FOUND',
      'RECORD_NOT_FOUND',
      'RECORD_NOT_FOUND',
      'RECORD_NOT_FOUND',
      'RECORD_NOT_FOUND',
      'TOKEN_EXPIRED',
      'SESSION_NOT_FOUND',
      'SESSION_NOT_FOUND',
      'SUCCESS',
    ])
  })

  it('cannot itself be recalled', async () => {
    const { db, run } = await chatPlatform(await open())
    const [sent] = (await run(message())).map(sentIn)
    await run(recall(sent?.id ?? ''))
    const [, row] = await followUntil(db, followupMessage, 2)
    expect((await run(recall(String(row?.id)))).map(codeOf)).toEqual(['RECORD_NOT_FOUND'])
  })

  it('stops with the conversation', async () => {
    const { db, run } = await chatPlatform(await open())
    const [sent] = (await run(message())).map(sentIn)
    const conversations = followupFixtures.conversations.map((one) => ({
      ...one,
      state: 'CLOSED' as const,
      closed_reason: 'transferred',
    }))
    await db.transaction((tx) =>
      seedFollowup(tx, testVault, { ...followupFixtures, conversations }, 'replace'),
    )
    expect((await run(recall(sent?.id ?? ''))).map(codeOf)).toEqual(['SESSION_CLOSED'])
    expect(codeOf((await run(recall('1', { session_id: closedSessionId })))[0])).toBe(
      'RECORD_NOT_FOUND',
    )
  })

  if (dialect === 'postgres') {
    it('happens once when two nodes are asked at once', async () => {
      const nodes = [
        await chatPlatform(await open('shared')),
        await chatPlatform(await open('shared')),
      ]
      const [sent] = (await nodes[0]?.run(message()))?.map(sentIn) ?? []
      const twice = () => [recall(sent?.id ?? ''), recall(sent?.id ?? '')]
      const outcomes = await Promise.all(nodes.map((node) => node.run(...twice())))
      expect(outcomes.flat().map(codeOf)).toEqual(Array(4).fill('SUCCESS'))
      const page = await nodes[0]?.fetch({ session_id: sessionId })
      expect(page && idsOf(page)).toEqual([sent?.id])
    })

    it('and sending in one batch give stamps that rise', async () => {
      const { run } = await chatPlatform(await open())
      const [sent] = (await run(message())).map(sentIn)
      const outcomes = await run(message(), recall(sent?.id ?? ''), message())
      expect(outcomes.map(codeOf)).toEqual(Array(3).fill('SUCCESS'))
    })
  }
})
