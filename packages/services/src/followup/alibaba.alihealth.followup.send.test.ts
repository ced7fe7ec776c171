import type { WriteCall } from '@topgate/engine'
import { describe, expect, it } from 'vitest'
import {
  appToken,
  closedSessionId,
  doctor,
  doctorToken,
  expiredToken,
  followupFixtures,
  foreignSessionId,
  foreignToken,
  guardianToken,
  jsonObject,
  message,
  noToken,
  patientMessage,
  patientToken,
  revokedToken,
  sessionId,
  singleSessionId,
} from '../testing/sample-message.ts'
import { appA, nowMs } from '../testing/write-call.ts'
import { decideMessage } from './alibaba.alihealth.followup.send.ts'
import { corpKey } from './people.ts'
import { defaultFollowupPolicy, type FollowupPolicy } from './policy.ts'
import { namedKey, readContents, type SendCall, type SendFacts } from './send-facts.ts'

type Members = Parameters<typeof message>[0]

/** The fixtures as facts, without a database. */
function factsOf(calls: readonly SendCall[], policy: Partial<FollowupPolicy> = {}): SendFacts {
  const policies = new Map([['CORP_A', { ...defaultFollowupPolicy, ...policy }]])
  const { conversations, groups, patients, auth_tokens } = followupFixtures
  return {
    policies,
    contents: readContents(calls, policies),
    signed: new Map(),
    named: new Map(),
    tokens: new Map(
      auth_tokens.map(({ corp, token, expires_ms = null, revoked = false, ...more }) => [
        corpKey(corp, token),
        {
          corp,
          token_tag: '',
          app_key: more.app_key ?? null,
          subject: more.subject,
          role: more.role,
          expires_ms,
          revoked: revoked ? 1 : 0,
        },
      ]),
    ),
    conversations: new Map(
      conversations.map((row) => [
        corpKey(row.corp, row.session_id),
        { closed_reason: null, ...row, head_stamp: 0, content_key: null },
      ]),
    ),
    members: new Map(
      groups.map(({ corp, group_id, members, left = [] }) => [
        corpKey(corp, group_id),
        new Map([
          ...members.map((id) => [id, true] as const),
          ...left.map((id) => [id, false] as const),
        ]),
      ]),
    ),
    guardians: new Map(
      patients.map(({ corp, patient_id, guardian_id = '' }) => [
        corpKey(corp, patient_id),
        guardian_id,
      ]),
    ),
  }
}

function decideAll(...calls: SendCall[]) {
  const facts = factsOf(calls)
  return calls.map((call) => decideMessage(facts, call, nowMs))
}

function codeOf(call: SendCall, policy: Partial<FollowupPolicy> = {}): string {
  const decision = decideMessage(factsOf([call], policy), call, nowMs)
  return decision.kind === 'refuse' ? decision.refusal : decision.answer.result1.msg_code
}

function stampsOf(decisions: ReturnType<typeof decideAll>): (string | undefined)[] {
  return decisions.map((decision) =>
    decision.kind === 'refuse' ? undefined : decision.answer.result1.model?.time_stamp,
  )
}

describe('the decision on a message', () => {
  it('answers the documented sample with what is stored', () => {
    const call = message()
    expect(decideAll(call)).toMatchObject([
      {
        kind: 'accept',
        answer: {
          result1: {
            success: true,
            msg_code: 'SUCCESS',
            msg_info: '成功',
            model: {
              content_type: 1,
              content: '{"text":"abc"}',
              id: String(call.id),
              time_stamp: String(nowMs),
            },
          },
        },
        change: { sender_id: doctor },
      },
    ])
  })

  it('gives the content back byte for byte', () => {
    const text = '{ "text" : "a\\u00e9" , "extra":[1.50,1e3] }'
    const [decision] = decideAll(message({ content: jsonObject(text) }))
    expect(decision).toMatchObject({ answer: { result1: { model: { content: text } } } })
  })

  it('answers a refusal in the shape of the API, without a model', () => {
    const [decision] = decideAll(message({ session_id: foreignSessionId }))
    expect(decision).toMatchObject({ kind: 'settle', first: true })
    expect(decision).toHaveProperty('answer', {
      result1: {
        success: false,
        msg_code: 'SESSION_NOT_FOUND',
        msg_info: expect.stringContaining('会话不存在'),
      },
    })
  })

  it.each<[string, SendCall, string]>([
    ['an unknown conversation', message({ session_id: '0'.repeat(32) }), 'SESSION_NOT_FOUND'],
    [
      'the conversation of another centre',
      message({ session_id: foreignSessionId }),
      'SESSION_NOT_FOUND',
    ],
    ['a closed conversation', message({ session_id: closedSessionId }), 'SESSION_CLOSED'],
    ['a doctor outside the group', message({ user_id: '5' }, noToken), 'SESSION_NOT_FOUND'],
    ['another group', message({ bterm_user_id: '5' }), 'SESSION_NOT_FOUND'],
    ['another patient', message({ cterm_user_id: '5' }), 'SESSION_NOT_FOUND'],
    ['an unknown token', message({}, '0'.repeat(32)), 'TOKEN_INVALID'],
    ['the token of another centre', message({}, foreignToken), 'TOKEN_INVALID'],
    ['a revoked token', message({}, revokedToken), 'TOKEN_INVALID'],
    ['an expired token', message({}, expiredToken), 'TOKEN_EXPIRED'],
    ['an expired token of someone else', message({ user_id: '5' }, expiredToken), 'TOKEN_INVALID'],
    ['the token of another doctor', message({ user_id: '153315451244706' }), 'TOKEN_INVALID'],
    ['a doctor with the token of a patient', message({}, patientToken), 'TOKEN_INVALID'],
    ['a patient with the token of a doctor', message({ rs_type: '1' }), 'TOKEN_INVALID'],
    ['another patient with a good token', patientMessage({ cterm_user_id: '5' }), 'TOKEN_INVALID'],
    [
      'a bad token and a missing conversation',
      message({ session_id: '0'.repeat(32) }, foreignToken),
      'TOKEN_INVALID',
    ],
    [
      'bad content and a bad token',
      message({ content: jsonObject('{}') }, foreignToken),
      'CONTENT_TYPE_NOT_ALLOWED',
    ],
    [
      'the summary of a patient',
      patientMessage({ content: jsonObject('{"diagnose":"x"}') }),
      'CONTENT_TYPE_NOT_ALLOWED',
    ],
    [
      'a foreign picture',
      message({ content: jsonObject('{"pic":["https://evil.example/1"]}') }),
      'CONTENT_REJECTED',
    ],
    [
      'a closed conversation of others',
      message({ session_id: closedSessionId, user_id: '5' }, noToken),
      'SESSION_NOT_FOUND',
    ],
    [
      'an app without a centre',
      message({}, noToken, { app: { ...appA, owns: {} } }),
      'SESSION_NOT_FOUND',
    ],
  ])('declines %s', (_what, call, code) => {
    expect(codeOf(call)).toBe(code)
  })

  it.each<[string, SendCall, string]>([
    ['the patient', patientMessage(), '5394977607673890'],
    ['the guardian of the patient', patientMessage({}, guardianToken), '77'],
    [
      'the guardian, patient left out',
      patientMessage({ cterm_user_id: undefined }, guardianToken),
      '77',
    ],
    ['the patient without a token', patientMessage({}, noToken), '5394977607673890'],
    ['the doctor without a token', message({}, noToken), doctor],
    ['the only doctor of the group', message({ user_id: undefined }, noToken), doctor],
    ['the doctor of the token', message({ user_id: undefined }, doctorToken), doctor],
    [
      'nobody but the conversation',
      message({ user_id: undefined, bterm_user_id: undefined, cterm_user_id: undefined }),
      doctor,
    ],
    [
      'the doctor of a single chat',
      message({ session_id: singleSessionId, bterm_user_id: doctor, user_id: undefined }, noToken),
      doctor,
    ],
  ])('lets speak: %s', (_what, call, sender_id) => {
    expect(decideAll(call)).toMatchObject([{ kind: 'accept', change: { sender_id } }])
  })

  it('demands user_id when the group has several doctors', () => {
    const call = message({ user_id: undefined }, noToken)
    const facts = factsOf([call])
    const members = new Map([
      ['CORP_A 2034131106552037', new Map([doctor, '6'].map((id) => [id, true]))],
    ])
    const decision = decideMessage({ ...facts, members }, call, nowMs)
    expect(decision).toMatchObject({ answer: { result1: { msg_code: 'SESSION_NOT_FOUND' } } })
  })

  it('lets no doctor speak as a patient in his care', () => {
    const patient = '5394977607673890'
    const call = message({ user_id: patient })
    const guardians = new Map([[corpKey('CORP_A', patient), doctor]])
    const facts = { ...factsOf([call]), guardians }
    const decision = decideMessage(facts, call, nowMs)
    expect(decision).toMatchObject({ answer: { result1: { msg_code: 'TOKEN_INVALID' } } })
  })

  it('demands the token only where the operator does', () => {
    const policy = { auth_token_required: true }
    expect(codeOf(message({}, noToken), policy)).toBe('TOKEN_INVALID')
    expect(codeOf(message(), policy)).toBe('SUCCESS')
    expect(codeOf(message({}, noToken))).toBe('SUCCESS')
  })
})

describe('a token of one app', () => {
  it('is invalid in the hands of another app of the centre', () => {
    const ofApp = (key: string) => message({}, appToken, { app: { ...appA, key } })
    expect(codeOf(ofApp(appA.key))).toBe('SUCCESS')
    expect(codeOf(ofApp('10000077'))).toBe('TOKEN_INVALID')
  })
})

describe('a lenient app', () => {
  const app: WriteCall['app'] = { ...appA, profile: 'lenient' }
  const unknownSession = 'f'.repeat(32)

  it('opens an unknown conversation with its first message, between those it names', () => {
    const call = message({ session_id: unknownSession, user_id: '5' }, noToken, { app })
    expect(decideAll(call)).toMatchObject([
      {
        kind: 'accept',
        change: {
          sender_id: '5',
          conversation: { session_id: unknownSession, state: 'OPEN', head_stamp: 0 },
        },
      },
    ])
  })

  it('opens one although nobody is named', () => {
    const unnamed = { bterm_user_id: undefined, cterm_user_id: undefined, user_id: undefined }
    const session_id = unknownSession
    const calls = [
      message({ session_id, ...unnamed }, noToken, { app }),
      message({ session_id, ...unnamed, rs_type: '1' }, noToken, { app }),
    ]
    expect(decideAll(...calls).map(({ kind }) => kind)).toEqual(['accept', 'accept'])
  })

  it.each<[string, SendCall, string]>([
    ['a token that nobody issued', message({}, '0'.repeat(32), { app }), 'SUCCESS'],
    ['an expired token', message({}, expiredToken, { app }), 'TOKEN_EXPIRED'],
    ['a doctor whom nobody registered', message({ user_id: '5' }, noToken, { app }), 'SUCCESS'],
    ['a doctor who left', message({ user_id: '88' }, noToken, { app }), 'SESSION_NOT_FOUND'],
    ['another patient', message({ cterm_user_id: '5' }, noToken, { app }), 'SESSION_NOT_FOUND'],
    ['a closed one', message({ session_id: closedSessionId }, noToken, { app }), 'SESSION_CLOSED'],
    [
      'unknown content',
      message({ content: jsonObject('{"card":1}') }, noToken, { app }),
      'SUCCESS',
    ],
    ['no centre', message({}, noToken, { app: { ...app, owns: {} } }), 'SESSION_NOT_FOUND'],
  ])('with %s gets its answer', (_what, call, code) => {
    expect(codeOf(call)).toBe(code)
  })
})

describe('the stamps of a conversation', () => {
  it('rise strictly for 20 messages in one millisecond', () => {
    const calls = Array.from({ length: 20 }, () => message())
    const stamps = Array.from({ length: 20 }, (_, index) => String(nowMs + index))
    expect(stampsOf(decideAll(...calls))).toEqual(stamps)
  })

  it('rise also when the clock has stepped back', () => {
    const call = message()
    const facts = factsOf([call])
    const key = corpKey('CORP_A', call.request.request1.session_id)
    const row = facts.conversations.get(key)
    if (row !== undefined) facts.conversations.set(key, { ...row, head_stamp: nowMs + 5000 })
    const decision = decideMessage(facts, call, nowMs)
    expect(stampsOf([decision])).toEqual([String(nowMs + 5001)])
  })

  it('do not depend on other conversations', () => {
    const other = message({ session_id: singleSessionId, bterm_user_id: doctor })
    expect(stampsOf(decideAll(message(), other))).toEqual([String(nowMs), String(nowMs)])
  })
})

describe('a repeated message', () => {
  const signature = 'a'.repeat(64)
  const signed = (members: Members = {}, other: Partial<WriteCall> = {}) =>
    message(members, doctorToken, { signature, ...other })

  it('with the same signature gets the first id and stamp', () => {
    const [first, again] = decideAll(signed(), signed())
    expect(first).toMatchObject({ kind: 'accept' })
    expect(again).toMatchObject({ kind: 'settle', first: false })
    expect(again).toHaveProperty('answer', first?.kind === 'accept' && first.answer)
  })

  it('with the same signature over other parameters is refused', () => {
    const decisions = decideAll(
      signed(),
      signed({ cterm_user_id: undefined }, { boundaries: 'two' }),
    )
    expect(decisions[1]).toMatchObject({ kind: 'refuse', refusal: 'signature-collision' })
  })

  it('with the same signature of another app is a message of its own', () => {
    const other = signed({}, { app: { ...appA, key: '10000077' } })
    expect(decideAll(signed(), other).map(({ kind }) => kind)).toEqual(['accept', 'accept'])
  })

  it('in equal words within the time that the operator sets is one message of its sender', () => {
    const calls = [message(), message(), patientMessage(), message(), message()]
    const facts = factsOf(calls, { repeat_text_ms: 2_000 })
    const times = [nowMs, nowMs + 1_000, nowMs + 1_000, nowMs + 1_999, nowMs + 2_000]
    const kinds = calls.map((call, at) => decideMessage(facts, call, times[at] ?? 0).kind)
    expect(kinds).toEqual(['accept', 'settle', 'accept', 'settle', 'accept'])
  })

  it('is not remembered when it was declined', () => {
    const closed = () => signed({ session_id: closedSessionId })
    expect(decideAll(closed(), closed())).toMatchObject([{ first: true }, { first: true }])
  })

  it('with equal words and a new signature is said twice', () => {
    expect(decideAll(message(), message()).map(({ kind }) => kind)).toEqual(['accept', 'accept'])
  })

  it('with the id of the caller gets the first answer, content included', () => {
    const named = (text: string) => message({ content: jsonObject(text) })
    const [first, again] = decideAll(
      named('{"text":"a","clientMsgId":"m-1"}'),
      named('{"text":"b","clientMsgId":"m-1"}'),
    )
    expect(again).toMatchObject({ kind: 'settle', first: false })
    expect(again).toHaveProperty('answer', first?.kind === 'accept' && first.answer)
  })

  it('with the id of another sender is a message of its own', () => {
    const content = jsonObject('{"text":"a","clientMsgId":"m-1"}')
    const kinds = decideAll(message({ content }), patientMessage({ content }))
    expect(kinds.map(({ kind }) => kind)).toEqual(['accept', 'accept'])
  })

  it('with the id of a patient who has the number of the doctor is a message of its own', () => {
    const call = message({ content: jsonObject('{"text":"a","clientMsgId":"m-1"}') })
    const said = { id: 1n, stamp: nowMs, content_type: 1, content: '{}', sender_id: doctor }
    const named = new Map([
      [namedKey({ corp: 'CORP_A', session_id: sessionId }, 'm-1'), [{ ...said, rs_type: '1' }]],
    ])
    const facts = { ...factsOf([call]), named }
    expect(decideMessage(facts, call, nowMs).kind).toBe('accept')
  })

  it('with the id of the caller is new after 24 hours', () => {
    const content = jsonObject('{"text":"a","clientMsgId":"m-1"}')
    const calls = [message({ content }), message({ content }), message({ content })]
    const facts = factsOf(calls)
    const dayMs = 24 * 60 * 60_000
    const times = [nowMs, nowMs + dayMs - 1, nowMs + dayMs]
    const kinds = calls.map((call, at) => decideMessage(facts, call, times[at] ?? 0).kind)
    expect(kinds).toEqual(['accept', 'settle', 'accept'])
  })
})
