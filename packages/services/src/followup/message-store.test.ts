import type { Outcome } from '@topgate/engine'
import { type SchemaDatabase, type Sealer, text } from '@topgate/storage'
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
  singleSessionId,
} from '../testing/sample-message.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { appA, nowMs } from '../testing/write-call.ts'
import { sendFollowup } from './alibaba.alihealth.followup.send.ts'
import { contentContext, contentSealer } from './content-key.ts'
import { saveMessages } from './message-store.ts'
import { seedFollowup } from './seed.ts'
import {
  beginConversations,
  conversationsById,
  followupMessage,
  followupMigration,
  followupRecallMigration,
} from './tables.ts'

function sandbox(db: SchemaDatabase) {
  const migrations = [followupMigration, followupRecallMigration]
  return testPlatform(db, migrations, sendFollowup, (tx) =>
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
    const id = { corp: 'CORP_A', session_id: sessionId }
    const [conversation] = await db.read(conversationsById, [id])
    const contentKey = conversation?.content_key ?? new Uint8Array()
    const sealer = contentSealer(testVault, id, contentKey)
    expect(sealer.open(contentContext(id), sealed)).toBe('{"text":"abc"}')
    expect(() => testVault.open(contentContext(id), sealed)).toThrow('key version 0')
    const other = { corp: 'CORP_A', session_id: closedSessionId }
    expect(() => contentSealer(testVault, other, contentKey)).toThrow()
    expect(() => sealer.open(contentContext(other), sealed)).toThrow()
  })

  it('are sealed with one key per conversation, made with its first message', async () => {
    const { db, run } = await sandbox(await open())
    const single = { session_id: singleSessionId, bterm_user_id: doctor }
    await run(message(), message(), message(single))
    await run(message())
    const rows = await followUntil(db, followupMessage, 4)
    const ids = [sessionId, singleSessionId].map((session_id) => ({ corp: 'CORP_A', session_id }))
    const keys = (await db.read(conversationsById, ids)).map((row) => [
      row.session_id,
      contentSealer(testVault, row, row.content_key),
    ])
    const sealers = new Map(keys as [string, Sealer][])
    for (const row of rows) {
      const sealer = sealers.get(row.session_id)
      expect(sealer?.open(contentContext(row), row.content)).toBe('{"text":"abc"}')
    }
    expect(rows.map(({ flags, recalls }) => ({ flags, recalls }))).toEqual(
      Array(4).fill({ flags: '', recalls: null }),
    )
  })

  it('never put a key back that was sealed anew meanwhile', async () => {
    const { db, run } = await sandbox(await open())
    const id = { corp: 'CORP_A', session_id: sessionId }
    await run(message())
    const [before] = await db.read(conversationsById, [id])
    if (before === undefined) throw new Error('no conversation')
    const content_key = Uint8Array.of(1, 2, 3)
    await db.transaction((tx) => tx.write(beginConversations, [{ ...before, content_key }]))
    const call = message()
    const late = { call, conversation: before, stamp: nowMs + 9, content: '{}', recalls: null }
    const rest = { rs_type: '2', sender_id: doctor, content_type: 1, name: undefined, flags: [] }
    await db.transaction((tx) => saveMessages(tx, [{ ...late, ...rest }], testVault))
    const [after] = await db.read(conversationsById, [id])
    expect(after).toMatchObject({ head_stamp: nowMs + 9 })
    expect(Buffer.from(after?.content_key ?? [])).toEqual(Buffer.from(content_key))
  })

  it('obey what the operator decided for their centre', async () => {
    const { db, run } = await sandbox(await open())
    const corps = [{ corp: 'CORP_A', auth_token_required: true, media_hosts: ['m.example'] }]
    await db.transaction((tx) =>
      seedFollowup(tx, testVault, { ...followupFixtures, corps }, 'replace'),
    )
    const picture = (host: string) =>
      message({ content: jsonObject(`{"pic":"https://${host}/1"}`) })
    const outcomes = await run(message({}, noToken), picture('m.example'), picture('media.example'))
    expect(codesOf(outcomes)).toEqual(['TOKEN_INVALID', 'SUCCESS', 'CONTENT_REJECTED'])
  })

  it('open an unknown conversation of a lenient app, from then on one like any other', async () => {
    const { run } = await sandbox(await open())
    const app = { ...appA, profile: 'lenient' } as const
    const named = () =>
      message(
        { session_id: 'f'.repeat(32), content: jsonObject('{"text":"a","clientMsgId":"m-1"}') },
        noToken,
        { app },
      )
    const [first] = await run(named())
    const again = await run(named(), message({ session_id: 'f'.repeat(32) }, noToken))
    expect(codesOf(again)).toEqual(['SUCCESS', 'SUCCESS'])
    expect(resultOf(again[0])).toEqual(resultOf(first))
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
    expect(row?.flags).toBe('RISK_URGENT')
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
      // As many at once as a busy machine serves within the time that a lock is waited for.
      const outcomes: Outcome[] = []
      for (let round = 0; round < 5; round += 1) {
        const both = await Promise.all(nodes.map((node) => node.run(message(), message())))
        outcomes.push(...both.flat())
      }
      expect(codesOf(outcomes)).toEqual(Array(20).fill('SUCCESS'))
      const stamps = outcomes.map(stampOf)
      expect(new Set(stamps).size).toBe(20)
    })
  }
})

async function signaturesIn(db: SchemaDatabase): Promise<readonly string[]> {
  const rows = await db.all('SELECT signature FROM followup_message', [], { signature: text })
  return rows.map(({ signature }) => signature)
}
