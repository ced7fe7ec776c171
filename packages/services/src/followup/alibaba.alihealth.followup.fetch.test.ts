import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { chatPlatform, idsOf, sentIn } from '../testing/chat-platform.ts'
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
  patientToken,
  sessionId,
} from '../testing/sample-message.ts'
import { testVault } from '../testing/test-platform.ts'
import { appA, nowMs } from '../testing/write-call.ts'
import { seedFollowup } from './seed.ts'

eachDatabase('reading a conversation', (open, dialect) => {
  it('gives every message as it was sent, with its known members', async () => {
    const { run, fetch } = await chatPlatform(await open())
    const content = '{ "text":"今天😟", "send_time":1554692283655123456, "more":1 }'
    const pictures =
      '{"pic":["https://media.example/1","https://media.example/2"],"text":"\\u5316"}'
    const [first, second] = await run(
      message({ content: jsonObject(content) }),
      patientMessage({ content: jsonObject(pictures) }),
    )
    expect(await fetch()).toEqual({
      success: true,
      msg_code: 'SUCCESS',
      msg_info: '成功',
      dialog_list: [
        {
          ...sentIn(first),
          content_type: '1',
          content,
          rs_type: '2',
          dialog_content_v_o: { text: '今天😟', send_time: '1554692283655123456' },
        },
        {
          ...sentIn(second),
          content_type: '2',
          content: pictures,
          rs_type: '1',
          dialog_content_v_o: {
            text: '化',
            pic: '["https://media.example/1","https://media.example/2"]',
          },
        },
      ],
    })
  })

  it('goes on where the last page ended, forwards and backwards, each message once', async () => {
    const { run, fetch } = await chatPlatform(await open())
    const sent = await run(...Array.from({ length: 25 }, () => message()))
    const ids = sent.map((outcome) => sentIn(outcome).id)
    const walk = async (fetch_type: string) => {
      const seen: string[] = []
      for (let last_time_stamp = '0'; ; ) {
        const { dialog_list = [] } = await fetch({ fetch_type, last_time_stamp, page_size: 10n })
        seen.push(...dialog_list.map(({ id }) => id))
        last_time_stamp = dialog_list.at(-1)?.time_stamp ?? ''
        if (dialog_list.length < 10) return seen
      }
    }
    expect(await walk('1')).toEqual(ids)
    expect(await walk('2')).toEqual(ids.toReversed())
  })

  it('has pages of 10 unless another size is asked for', async () => {
    const { run, fetch } = await chatPlatform(await open())
    await run(...Array.from({ length: 12 }, () => message()))
    expect(idsOf(await fetch())).toHaveLength(10)
    expect(idsOf(await fetch({ page_size: 100n }))).toHaveLength(12)
    expect(idsOf(await fetch({ page_size: 1n }))).toHaveLength(1)
  })

  it.each<[string, Parameters<Awaited<ReturnType<typeof chatPlatform>>['fetch']>, string]>([
    ['the doctor', [], 'SUCCESS'],
    ['the doctor without a token', [{}, noToken], 'SUCCESS'],
    ['the doctor as his token says', [{ rs_type: undefined, user_id: undefined }], 'SUCCESS'],
    ['the patient', [{ rs_type: '1', user_id: undefined }, patientToken], 'SUCCESS'],
    ['the guardian', [{ rs_type: '1', user_id: undefined }, guardianToken], 'SUCCESS'],
    ['nobody by name', [{ rs_type: undefined, user_id: undefined }, noToken], 'SUCCESS'],
    ['whoever reads a closed one', [{ session_id: closedSessionId }], 'SUCCESS'],
    ['the token of another role', [{ rs_type: '1' }], 'TOKEN_INVALID'],
    ['an expired token', [{}, expiredToken], 'TOKEN_EXPIRED'],
    ['a doctor who left', [{ user_id: '88' }, noToken], 'SESSION_NOT_FOUND'],
    ['another patient', [{ cterm_user_id: '5' }, noToken], 'SESSION_NOT_FOUND'],
    ['an unknown conversation', [{ session_id: '0'.repeat(32) }], 'SESSION_NOT_FOUND'],
    ['a foreign conversation', [{ session_id: foreignSessionId }], 'SESSION_NOT_FOUND'],
    ['an app without a centre', [{}, noToken, { ...appA, owns: {} }], 'SESSION_NOT_FOUND'],
    [
      'a lenient app and an unknown conversation',
      [{ session_id: 'f'.repeat(32) }, noToken, { ...appA, profile: 'lenient' }],
      'SUCCESS',
    ],
  ])('answers %s', async (_who, given, code) => {
    const { fetch, alerts } = await chatPlatform(await open())
    const result = await fetch(...given)
    expect(result.msg_code).toBe(code)
    expect(alerts).toHaveLength(code === 'TOKEN_INVALID' ? 1 : 0)
    expect(result.dialog_list).toEqual(code === 'SUCCESS' ? [] : undefined)
  })

  it('answers from memory when nothing is new, and shares what it has to read', async () => {
    const { run, fetch, node } = await chatPlatform(await open())
    const [sent] = await run(message())
    const last_time_stamp = sentIn(sent).time_stamp
    const polls = () => Promise.all(Array.from({ length: 50 }, () => fetch({ last_time_stamp })))
    expect((await polls()).flatMap(idsOf)).toEqual([])
    const { reads } = node
    // Conversation, policy, token, members, guardian; then the head.
    expect(reads).toBe(6)
    await polls()
    expect(node.reads).toBe(reads)
    node.elapsed_ms += 200
    await polls()
    expect(node.reads).toBe(reads + 1)
  })

  it('learns of a message that another node stored', async () => {
    const { run, fetch, node } = await chatPlatform(await open('shared'))
    const other = dialect === 'postgres' ? await chatPlatform(await open('shared')) : { run }
    expect(idsOf(await fetch())).toEqual([])
    const [sent] = await other.run(message())
    node.elapsed_ms += 200
    expect(idsOf(await fetch())).toEqual([sentIn(sent).id])
  })

  it('waits for a message, all who wait by one read a tick', async () => {
    const { run, fetch, node, waits } = await chatPlatform(await open())
    const sent: string[] = []
    node.onPause = async () => {
      if (waits.length === 3) sent.push(...(await run(message())).map((one) => sentIn(one).id))
    }
    const waiting = Array.from({ length: 20 }, () => fetch({ wait_seconds: 10n }))
    expect((await Promise.all(waiting)).map(idsOf)).toEqual(Array(20).fill(sent))
    expect(waits).toEqual([200, 200, 200])
    // Entering reads five times; heads at once and after each tick; then the 20 pages.
    expect(node.reads).toBe(5 + 1 + 3 + 20)
  })

  it('gives up waiting when the time is over, and at once when the node closes', async () => {
    const { fetch, node, waits } = await chatPlatform(await open())
    expect(idsOf(await fetch({ wait_seconds: 1n }))).toEqual([])
    expect(waits).toHaveLength(5)
    node.isClosing = true
    expect(idsOf(await fetch({ wait_seconds: 10n }))).toEqual([])
    expect(waits).toHaveLength(5)
  })

  it('stops for a doctor whose token was revoked, after a few seconds', async () => {
    const { db, fetch, node } = await chatPlatform(await open())
    expect((await fetch()).msg_code).toBe('SUCCESS')
    const auth_tokens = [
      { corp: 'CORP_A', token: doctorToken, subject: doctor, role: 'doctor', revoked: true },
    ] as const
    await db.transaction((tx) =>
      seedFollowup(tx, testVault, { ...followupFixtures, auth_tokens }, 'replace'),
    )
    node.elapsed_ms += 4_000
    expect((await fetch()).msg_code).toBe('TOKEN_INVALID')
  })

  it('keeps its order when the clock stepped back between two messages', async () => {
    const { run, fetch, clock } = await chatPlatform(await open())
    const [first] = await run(message())
    clock.ms = nowMs - 60_000
    const [second] = await run(message())
    expect(idsOf(await fetch({ session_id: sessionId }))).toEqual(
      [first, second].map((outcome) => sentIn(outcome).id),
    )
  })

  if (dialect === 'postgres') {
    it('never shows a stamp before a lower one of its conversation', async () => {
      let isSlow = false
      const held = Promise.withResolvers<void>()
      const saved = Promise.withResolvers<void>()
      const other = await chatPlatform(await open('shared'))
      const db = await open('shared')
      const slow = await chatPlatform({
        dialect: 'postgres',
        changeSchema: (work) => db.changeSchema(work),
        transaction: (work) =>
          db.transaction(async (tx) => {
            const result = await work(tx)
            if (isSlow) {
              saved.resolve()
              await held.promise
            }
            return result
          }),
        all: (...given) => db.all(...given),
        read: (...given) => db.read(...given),
        follow: (...given) => db.follow(...given),
        close: () => db.close(),
      })
      const [begin] = await other.run(message())
      const last_time_stamp = sentIn(begin).time_stamp
      slow.clock.ms = nowMs + 60_000
      isSlow = true
      const first = slow.run(message())
      await saved.promise
      // The first has its stamp and is not committed. The second, whose clock is behind, gets none
      // before it is: else it would come after the first with a lower stamp, which nobody reads.
      const second = other.run(message())
      const early = await other.fetch({ last_time_stamp })
      expect(idsOf(early)).toEqual([])
      held.resolve()
      const ids = [...(await first), ...(await second)].map((outcome) => sentIn(outcome).id)
      other.node.elapsed_ms += 200
      expect(idsOf(await other.fetch({ last_time_stamp }))).toEqual(ids)
    })
  }
})
