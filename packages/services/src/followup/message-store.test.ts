import type { Outcome } from '@topgate/engine'
import { type SchemaDatabase, text } from '@topgate/storage'
import { eachDatabase, followUntil } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import {
  closedSessionId,
  doctor,
  doctorToken,
  expiredToken,
  followupFixtures,
  foreignSessionId,
  guardianToken,
  jsonObject,
  message,
  noToken,
  patientMessage,
  sessionId,
} from '../testing/sample-message.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { nowMs } from '../testing/write-call.ts'
import { sendFollowup } from './alibaba.alihealth.followup.send.ts'
import { seedFollowup } from './seed.ts'
import { contentContext } from './send-facts.ts'
import { followupMessage, followupMigration } from './tables.ts'

function sandbox(db: SchemaDatabase) {
  return testPlatform(db, followupMigration, sendFollowup(), (tx) =>
    seedFollowup(tx, testVault, followupFixtures, 'keep'),
  )
}

function codesOf(outcomes: readonly Outcome[]): unknown[] {
  return outcomes.map((outcome) => resultOf(outcome)?.msg_code ?? outcome.kind)
}

function stampOf(outcome: Outcome): number {
  return Number(resultOf(outcome)?.model?.time_stamp)
}

interface Result {
  readonly msg_code: string
  readonly model?: { readonly id: string; readonly time_stamp: string; readonly content: string }
}

function resultOf(outcome: Outcome | undefined): Result | undefined {
  if (outcome?.kind !== 'answered') return undefined
  return (outcome.answer as { result1: Result }).result1
}

eachDatabase('the messages of follow-up chats', (open, dialect) => {
  it('keep the documented sample, its content sealed for its conversation', async () => {
    const { db, run } = await sandbox(await open())
    const call = message()
    expect(await run(call)).toMatchObject([
      {
        kind: 'answered',
        effect: 'new',
        answer: { result1: { success: true, model: { content: '{"text":"abc"}' } } },
      },
    ])
    const [row] = await followUntil(db, followupMessage, 1)
    expect(row).toMatchObject({
      id: call.id,
      corp: 'CORP_A',
      session_id: sessionId,
      stamp: nowMs,
      app_key: '10000001',
      rs_type: '2',
      sender_id: doctor,
      content_type: 1,
      client_msg_tag: null,
      signature: call.signature,
    })
    const sealed = row?.content ?? new Uint8Array()
    expect(Buffer.from(sealed).includes('abc')).toBe(false)
    expect(testVault.open(contentContext('CORP_A', sessionId), sealed)).toBe('{"text":"abc"}')
    expect(() => testVault.open(contentContext('CORP_A', closedSessionId), sealed)).toThrow()
  })

  it('decline what the fixtures do not allow', async () => {
    const { run } = await sandbox(await open())
    const outcomes = await run(
      message({ session_id: foreignSessionId }),
      message({ session_id: closedSessionId }),
      message({}, expiredToken),
      message({ rs_type: '1' }, doctorToken),
      message({ user_id: '88' }, noToken),
      patientMessage(),
      patientMessage({}, guardianToken),
    )
    expect(codesOf(outcomes)).toEqual([
      'SESSION_NOT_FOUND',
      'SESSION_CLOSED',
      'TOKEN_EXPIRED',
      'TOKEN_INVALID',
      'SESSION_NOT_FOUND',
      'SUCCESS',
      'SUCCESS',
    ])
  })

  it('have 20 distinct, rising stamps within one millisecond, over two batches', async () => {
    const { run } = await sandbox(await open())
    const calls = Array.from({ length: 20 }, () => message())
    const outcomes = [...(await run(...calls.slice(0, 13))), ...(await run(...calls.slice(13)))]
    expect(outcomes.map(stampOf)).toEqual(calls.map((_, index) => nowMs + index))
  })

  it('have rising stamps when the clock steps back between two batches', async () => {
    const { run, clock } = await sandbox(await open())
    const first = await run(message())
    clock.ms -= 60_000
    const second = await run(message())
    expect([...first, ...second].map(stampOf)).toEqual([nowMs, nowMs + 1])
  })

  it('are repeated with the same signature and get the first answer in a later batch', async () => {
    const { db, run, clock } = await sandbox(await open())
    const signature = 'b'.repeat(64)
    const [first] = await run(message({}, doctorToken, { signature }))
    clock.ms += 20 * 60_000
    const again = await run(
      message({}, doctorToken, { signature }),
      message({ cterm_user_id: undefined }, doctorToken, { signature, boundaries: 'two' }),
    )
    expect(again).toMatchObject([
      { kind: 'answered', effect: 'none' },
      { kind: 'refused', refusal: 'signature-collision' },
    ])
    expect(resultOf(again[0])).toEqual(resultOf(first))
    expect(await signaturesIn(db)).toHaveLength(1)
  })

  it('are repeated under the id of the caller and get the first content back', async () => {
    const { db, run } = await sandbox(await open())
    const named = (words: string) =>
      message({ content: jsonObject(`{"text":"${words}","clientMsgId":"m-1"}`) })
    const [first] = await run(named('first'))
    const [again] = await run(named('second'))
    expect(resultOf(again)).toEqual(resultOf(first))
    expect(resultOf(again)?.model?.content).toContain('first')
    expect(await signaturesIn(db)).toHaveLength(1)
  })

  it('leave no token, content or id of the caller in the tables', async () => {
    const { db, run } = await sandbox(await open())
    await run(message({ content: jsonObject('{"text":"胸口疼","clientMsgId":"my-id"}') }))
    const [row] = await followUntil(db, followupMessage, 1)
    const tokens = await db.all('SELECT token_tag FROM followup_token', [], { token_tag: text })
    const names = await db.all('SELECT patient_id FROM followup_patient', [], { patient_id: text })
    expect(names).toHaveLength(1)
    const stored = [row, ...tokens].flatMap((found) => Object.values(found ?? {})).map(String)
    for (const secret of [doctorToken, '胸口疼', 'my-id']) {
      expect(stored.filter((value) => value.includes(secret))).toEqual([])
    }
  })

  it('stay when the fixtures are loaded again', async () => {
    const { db, run } = await sandbox(await open())
    const [first] = await run(message())
    await db.transaction((tx) => seedFollowup(tx, testVault, followupFixtures, 'replace'))
    const [second] = await run(message())
    expect([first, second].map((outcome) => outcome && stampOf(outcome))).toEqual([
      nowMs,
      nowMs + 1,
    ])
  })

  if (dialect === 'postgres') {
    it('have distinct stamps when two nodes write into one conversation at once', async () => {
      const nodes = [await sandbox(await open('shared')), await sandbox(await open('shared'))]
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, index) => nodes[index % 2]?.run(message(), message()) ?? []),
      )
      expect(codesOf(outcomes.flat())).toEqual(Array(20).fill('SUCCESS'))
      const stamps = outcomes.flat().map(stampOf)
      expect(new Set(stamps).size).toBe(20)
    })
  }
})

async function signaturesIn(db: SchemaDatabase): Promise<readonly string[]> {
  const rows = await db.all('SELECT signature FROM followup_message', [], { signature: text })
  return rows.map(({ signature }) => signature)
}
