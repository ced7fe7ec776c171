import type { WriteCall } from '@topgate/engine'
import { describe, expect, it } from 'vitest'
import {
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
import { defaultFollowupPolicy } from './policy.ts'
import { corpKey, namedKey, readContents, type SendCall, type SendFacts } from './send-facts.ts'

type Members = Parameters<typeof message>[0]

/** The fixtures as facts, without a database. */
function factsOf(calls: readonly SendCall[]): SendFacts {
  const { conversations, groups, patients, auth_tokens } = followupFixtures
  return {
    contents: readContents(calls, defaultFollowupPolicy.media_hosts),
    signed: new Map(),
    named: new Map(),
    tokens: new Map(
      auth_tokens.map(({ corp, token, subject, role, expires_ms = null, revoked = false }) => [
        corpKey(corp, token),
        { corp, token_tag: '', subject, role, expires_ms, revoked: revoked ? 1 : 0 },
      ]),
    ),
    conversations: new Map(
      conversations.map((row) => [corpKey(row.corp, row.session_id), { ...row, head_stamp: 0 }]),
    ),
    members: new Map(
      groups.map(({ corp, group_id, members }) => [corpKey(corp, group_id), new Set(members)]),
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
  return calls.map((call) => decideMessage(defaultFollowupPolicy, facts, call, nowMs))
}

function codeOf(call: SendCall, policy = defaultFollowupPolicy): string {
  const decision = decideMessage(policy, factsOf([call]), call, nowMs)
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
    const members = new Map([['CORP_A 2034131106552037', new Set([doctor, '6'])]])
    const decision = decideMessage(defaultFollowupPolicy, { ...facts, members }, call, nowMs)
    expect(decision).toMatchObject({ answer: { result1: { msg_code: 'SESSION_NOT_FOUND' } } })
  })

  it('lets no doctor speak as a patient in his care', () => {
    const patient = '5394977607673890'
    const call = message({ user_id: patient })
    const guardians = new Map([[corpKey('CORP_A', patient), doctor]])
    const facts = { ...factsOf([call]), guardians }
    const decision = decideMessage(defaultFollowupPolicy, facts, call, nowMs)
    expect(decision).toMatchObject({ answer: { result1: { msg_code: 'TOKEN_INVALID' } } })
  })

  it('demands the token only where the operator does', () => {
    const policy = { ...defaultFollowupPolicy, auth_token_required: true }
    expect(codeOf(message({}, noToken), policy)).toBe('TOKEN_INVALID')
    expect(codeOf(message(), policy)).toBe('SUCCESS')
    expect(codeOf(message({}, noToken))).toBe('SUCCESS')
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
    const decision = decideMessage(defaultFollowupPolicy, facts, call, nowMs)
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
    const named = new Map([[namedKey('CORP_A', sessionId, 'm-1'), [{ ...said, rs_type: '1' }]]])
    const facts = { ...factsOf([call]), named }
    expect(decideMessage(defaultFollowupPolicy, facts, call, nowMs).kind).toBe('accept')
  })

  it('with the id of the caller is new after 24 hours', () => {
    const content = jsonObject('{"text":"a","clientMsgId":"m-1"}')
    const calls = [message({ content }), message({ content }), message({ content })]
    const facts = factsOf(calls)
    const dayMs = 24 * 60 * 60_000
    const times = [nowMs, nowMs + dayMs - 1, nowMs + dayMs]
    const kinds = calls.map(
      (call, at) => decideMessage(defaultFollowupPolicy, facts, call, times[at] ?? 0).kind,
    )
    expect(kinds).toEqual(['accept', 'settle', 'accept'])
  })
})
