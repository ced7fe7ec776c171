import { expect, it } from 'vitest'
import { message, type Sample } from '../testing/samples.ts'
import { eachSandbox, type TestServer } from '../testing/start-server.ts'
import { type CallOptions, call } from '../testing/top-client.ts'

/** The examples that follow-up chats must get right, through the door of a running server. */

const session_id = '78bfcced948a65d29c5c77f1cd3367a2'
const closed = '00000000000000000000000000000c10'
const doctor = '153315451244705'
const doctorToken = '9eae09db243df99bd67af033decfd257'
const patientToken = '9eae09db243df99bd67af033decfd258'
const lenient = { key: '10000009', secret: 'sandbox00000000000000000000000009' }

const alerts: unknown[] = []
const log = {
  call() {},
  report: (level: string, text: string, facts: object) => alerts.push([level, text, facts]),
  fatal() {},
}

type Members = Readonly<Record<string, unknown>>

/** The documented sample with other members, and the token of whoever speaks. */
function said(content: string, members: Members = {}, auth_token?: string | null): Sample {
  const given = JSON.parse(message.params.request1 ?? '')
  const isPatient = members.rs_type === '1'
  const speaker = isPatient ? { user_id: undefined } : {}
  const request1 = JSON.stringify({ ...given, content, ...speaker, ...members })
  const token = auth_token === undefined ? (isPatient ? patientToken : doctorToken) : auth_token
  return {
    method: message.method,
    params: token === null ? { request1 } : { request1, auth_token: token },
  }
}

function read(members: Members = {}): Sample {
  const request1 = { session_id, rs_type: '2', user_id: doctor, ...members }
  return {
    method: 'alibaba.alihealth.followup.fetch',
    params: { request1: JSON.stringify(request1), auth_token: doctorToken },
  }
}

function taken(record_id: string, members: Members = {}): Sample {
  const request1 = { record_id, session_id, bterm_user_id: '2034131106552037', rs_type: '2' }
  return {
    method: 'alibaba.alihealth.followup.dialogrecord.recall',
    params: { request1: JSON.stringify({ ...request1, ...members }), auth_token: doctorToken },
  }
}

interface Shown {
  readonly id: string
  readonly time_stamp: string
  readonly content: string
  readonly content_type: string
}

interface Result {
  readonly success: boolean
  readonly msg_code: string
  readonly model?: { content_type: number; content: string; id: string; time_stamp: string }
  readonly dialog_list?: { readonly model?: readonly Shown[] }
}

async function resultOf(
  server: TestServer,
  sample: Sample,
  options?: CallOptions,
): Promise<Result> {
  const body = JSON.parse(await call(server.url, sample, options))
  const { result1 } = body[`${sample.method.replaceAll('.', '_')}_response`] ?? {}
  if (result1 === undefined) throw new Error(JSON.stringify(body))
  return result1
}

async function errorOf(server: TestServer, sample: Sample): Promise<unknown> {
  const { error_response } = JSON.parse(await call(server.url, sample))
  return error_response === undefined ? 'none' : [error_response.code, error_response.sub_code]
}

const invalid = [50, 'isv.invalid-parameter']

eachSandbox(
  'follow-up chats',
  (server) => {
    it('1: answer the documented sample', async () => {
      expect(await resultOf(server(), said('{"text":"abc"}'))).toMatchObject({
        success: true,
        msg_code: 'SUCCESS',
        model: { content_type: 1, content: '{"text":"abc"}' },
      })
    })

    it('2: carry lines, emoji and full-width punctuation of a patient', async () => {
      const content = '{"text":"今天伤口有点红😟，需要来院吗？\\n体温37.8℃"}'
      const { success, model } = await resultOf(server(), said(content, { rs_type: '1' }))
      expect([success, model?.content]).toEqual([true, content])
    })

    it('3: take pictures of the own host only', async () => {
      const own = '{"pic":["https://media.example/p/1.jpg"],"text":"化验单"}'
      expect((await resultOf(server(), said(own))).model?.content_type).toBe(2)
      const foreign = said('{"pic":["https://evil.example/1.jpg"]}')
      expect((await resultOf(server(), foreign)).msg_code).toBe('CONTENT_REJECTED')
    })

    it('4: take a summary from doctors only', async () => {
      const summary = '{"diagnose":"恢复良好","advice":"两周后复查"}'
      const ofPatient = await resultOf(server(), said(summary, { rs_type: '1' }))
      expect(ofPatient.msg_code).toBe('CONTENT_TYPE_NOT_ALLOWED')
      expect((await resultOf(server(), said(summary))).model?.content_type).toBe(31)
    })

    it.each(['{text:abc}', 'abc', '[1]', 'null', '5'])('5: refuse %s', async (content) => {
      expect(await errorOf(server(), said(content))).toEqual(invalid)
    })

    it('6: give 20 messages of one moment 20 rising stamps, each read once', async () => {
      const before = await resultOf(server(), said('{"text":"begin"}'))
      const sent = await Promise.all(
        Array.from({ length: 20 }, (_, n) => resultOf(server(), said(`{"text":"${n}"}`))),
      )
      const stamps = sent.map(({ model }) => Number(model?.time_stamp))
      expect(new Set(stamps).size).toBe(20)
      const first = await page(server(), String(before.model?.time_stamp))
      const second = await page(server(), String(first.at(-1)?.time_stamp))
      expect([first.length, second.length]).toEqual([10, 10])
      const read = [...first, ...second]
      expect(read.map(({ time_stamp }) => Number(time_stamp))).toEqual(
        stamps.toSorted((a, b) => a - b),
      )
      expect(new Set(read.map(({ id }) => id))).toEqual(new Set(sent.map(({ model }) => model?.id)))
    })

    it('7: keep markup and turned writing inert, refuse what is too long or invisible', async () => {
      for (const text of ['<img src=x onerror=alert(1)>', 'a\u202eb']) {
        const content = JSON.stringify({ text })
        const { model } = await resultOf(server(), said(content))
        const [shown] = await page(server(), String(Number(model?.time_stamp) - 1))
        expect(shown?.content).toBe(content)
      }
      for (const text of ['a'.repeat(2001), '\u200b\u200d']) {
        const { msg_code } = await resultOf(server(), said(JSON.stringify({ text })))
        expect(msg_code).toBe('CONTENT_REJECTED')
      }
    })

    it('8: decline a closed conversation, and strangers as if there were none', async () => {
      const text = '{"text":"abc"}'
      const codes = [
        said(text, { session_id: closed }),
        said(text, { user_id: '5' }, null),
        said(text, { session_id: '0'.repeat(32) }),
      ].map(async (sample) => (await resultOf(server(), sample)).msg_code)
      expect(await Promise.all(codes)).toEqual([
        'SESSION_CLOSED',
        'SESSION_NOT_FOUND',
        'SESSION_NOT_FOUND',
      ])
    })

    it('9: decline a token in the name of another doctor, and tell the operators', async () => {
      const stolen = said('{"text":"abc"}', { user_id: '153315451244706' })
      alerts.length = 0
      expect((await resultOf(server(), stolen)).msg_code).toBe('TOKEN_INVALID')
      expect(alerts).toEqual([
        ['warn', 'a chat token was refused', { app_key: '10000001', method: message.method }],
      ])
    })

    it('10: store a member given twice as it was sent, and read the last one', async () => {
      const { model } = await resultOf(server(), said('{"text":"a","text":"b"}'))
      expect(model).toMatchObject({ content_type: 1, content: '{"text":"a","text":"b"}' })
      const body = await call(
        server().url,
        read({ last_time_stamp: String(Number(model?.time_stamp) - 1) }),
        {
          form: 'xml',
        },
      )
      expect(body).toContain('<dialog_content_v_o><text>b</text></dialog_content_v_o>')
    })

    it('take a message back for those who read it later and those who have read it', async () => {
      const { model } = await resultOf(server(), said('{"text":"oops"}'))
      const id = String(model?.id)
      expect(await resultOf(server(), taken(id))).toEqual({
        success: true,
        msg_code: 'SUCCESS',
        msg_info: '成功',
        model: true,
      })
      const after = await page(server(), String(Number(model?.time_stamp) - 1))
      expect(after).toMatchObject([{ id, content_type: '40' }])
      expect(JSON.stringify(after)).not.toContain('oops')
    })

    it.each<[string, Sample, unknown]>([
      ['rs_type 9', said('{"text":"a"}', { rs_type: '9' }), invalid],
      ['a session that is no hex', said('{"text":"a"}', { session_id: 'xyz' }), invalid],
      ['page_size 0', read({ page_size: 0 }), invalid],
      ['page_size 101', read({ page_size: 101 }), invalid],
      ['wait_seconds 11', read({ wait_seconds: 11 }), invalid],
      ['fetch_type 3', read({ fetch_type: '3' }), invalid],
      ['a stamp that is no number', read({ last_time_stamp: 'x' }), invalid],
      ['a record that is no number', taken('abc'), invalid],
      ['a recall without its conversation', taken('1', { session_id: undefined }), [40, undefined]],
    ])('refuse %s', async (_what, sample, error) => {
      expect(await errorOf(server(), sample)).toEqual(error)
    })

    it('let a lenient app begin a conversation of its own with content of its own', async () => {
      const own = { session_id: 'my-first-session', user_id: 'dr-7' }
      const { success, model } = await resultOf(
        server(),
        said('{"card":1}', own, 'f'.repeat(32)),
        lenient,
      )
      expect([success, model?.content_type]).toEqual([true, 0])
      expect(await errorOf(server(), said('{"card":1}', own, null))).toEqual(invalid)
      const known = await resultOf(server(), said('{"card":1}'))
      expect(known.msg_code).toBe('CONTENT_TYPE_NOT_ALLOWED')
    })
  },
  { log },
)

async function page(server: TestServer, last_time_stamp: string): Promise<readonly Shown[]> {
  // Long enough for the memory of the node to hear of what was just sent.
  const { dialog_list } = await resultOf(server, read({ last_time_stamp, wait_seconds: 5 }))
  return dialog_list?.model ?? []
}
