import { hash } from 'node:crypto'
import { Refusal, type RequestOf, type userTagMobileAdd } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { extParam, retailFixtures, sampleTag, tagCall } from '../testing/sample-tag.ts'
import { appA, appB, nowMs } from '../testing/write-call.ts'
import { decideTag } from './decide-tag.ts'
import type { BoundAccount } from './find-user.ts'
import { maskNick } from './mask.ts'
import { sourceRow, tagRow } from './seed.ts'
import { invalidTagAnswer } from './tag-answers.ts'
import { readRequests, type TagCall, type TagFacts, tagKey } from './tag-facts.ts'
import { userTagCheck } from './taobao.retail.user.tag.mobile.add.ts'

type Request = RequestOf<typeof userTagMobileAdd>

/** The fixtures as facts, without a database. */
function factsOf(calls: readonly TagCall[]): TagFacts {
  const { sources, tags } = retailFixtures
  return {
    requests: readRequests(calls),
    signed: new Map(),
    sources: new Map(sources.map((source) => [source.biz_code, sourceRow(source)])),
    tags: new Map(tags.map((tag) => [tagKey(tag.biz_code, tag.tag_code), tagRow(tag)])),
    bindings: bindings(),
    removals: new Map(),
    timesBound: new Map(),
    identityTags: new Map(),
  }
}

function bindings(): Map<string, BoundAccount[]> {
  const bound = new Map<string, BoundAccount[]>()
  for (const user of retailFixtures.users) {
    const { taobao_user_id, nick, status = 'ACTIVE', refused = false, mobile } = user
    const account = { user_tag: taobao_user_id, social_nick: maskNick(nick), status, refused }
    const bind = (key: string, is_primary = false, verified_ms: number | null = null) =>
      bound.set(key, [...(bound.get(key) ?? []), { ...account, is_primary, verified_ms }])
    if (user.alipay_user_id !== undefined) bind(`alipay_user_id  ${user.alipay_user_id}`)
    if (mobile !== undefined) {
      const { number, is_primary, verified_ms } = mobile
      bind(`mobile  ${number}`, is_primary, verified_ms)
      bind(`mobile_md5  ${hash('md5', number)}`, is_primary, verified_ms)
      bind(`mobile_sha256  ${hash('sha256', number)}`, is_primary, verified_ms)
    }
    for (const [app, id] of Object.entries(user.open_id ?? {})) bind(`open_id ${app} ${id}`)
    for (const [biz, id] of Object.entries(user.isv_user_id ?? {})) bind(`isv_user_id ${biz} ${id}`)
  }
  return bound
}

function decideAll(...calls: TagCall[]) {
  const facts = factsOf(calls)
  return calls.map((call) => decideTag(facts, call, nowMs))
}

/** The outer code of a declined call, `tagged by X` of a tagged one. */
function outcomeOf(call: TagCall): string | undefined {
  const [decision] = decideAll(call)
  if (decision === undefined || decision.kind === 'refuse') return decision?.refusal
  const { module, error_infos } = decision.answer
  return module?.tag_success ? `tagged by ${module.use_type}` : error_infos?.[0]?.sub_error_code
}

const openId = 'AAEsandboxopenid00000000000001'
const foreignOpenId = 'AAEsandboxopenid00000000000002'
const alipay = '2088123412345678'
const otherAlipay = '2088123412345679'
const unknownAlipay = '2088000000000000'

function mobile(number: string): Pick<Request, 'ext_param'> {
  return { ext_param: extParam({ mobile: number }) }
}

describe('the decision on a tag', () => {
  it('tags the user of the sample and shows a masked nick', () => {
    expect(decideAll(sampleTag())).toMatchObject([
      {
        kind: 'accept',
        answer: {
          result: true,
          module: { tag_success: true, social_nick: 't*********3', use_type: 'alipayId' },
        },
        change: { source: 'BIZ_A', user_tag: '2201234567890', claim: { tag_code: 'DEFAULT' } },
      },
    ])
  })

  it('tells a tagged call no error', () => {
    const [decision] = decideAll(sampleTag())
    expect(decision).not.toHaveProperty('answer.error_infos')
  })

  it.each<[string, Request, string]>([
    ['open id', { open_id: openId }, 'tagged by tbId'],
    ['Alipay id', { alipay_user_id: alipay }, 'tagged by alipayId'],
    ['phone', mobile('13800138000'), 'tagged by mobile'],
    ['phone with prefix and dashes', mobile('+86 138-0013-8000'), 'tagged by mobile'],
    ['phone as a number', { ext_param: extParam({ mobile: 13800138000n }) }, 'tagged by mobile'],
    [
      'MD5 of the phone',
      { ext_param: extParam({ mobileMd5: hash('md5', '13800138000').toUpperCase() }) },
      'tagged by mobile',
    ],
    [
      'SHA-256 of the phone',
      { ext_param: extParam({ mobileSha256: hash('sha256', '13800138000') }) },
      'tagged by mobile',
    ],
    ['the own id of the source', { isv_user_id: 'u-1001' }, 'tagged by isvUserId'],
    ['open id before Alipay id', { open_id: openId, alipay_user_id: alipay }, 'tagged by tbId'],
    [
      'Alipay id before phone',
      { alipay_user_id: alipay, ...mobile('13800138000') },
      'tagged by alipayId',
    ],
    [
      'an own id that nobody knows beside an Alipay id',
      { isv_user_id: 'u-9', alipay_user_id: alipay },
      'tagged by alipayId',
    ],
    ['the primary account of a phone', mobile('13800138007'), 'tagged by mobile'],
    ['a phone confirmed within 180 days', mobile('13800138010'), 'tagged by mobile'],
    [
      'a tag that runs now',
      { alipay_user_id: alipay, ext_param: extParam({ tagCode: 'NOW' }) },
      'tagged by alipayId',
    ],
  ])('finds a user by %s', (_what, fields, outcome) => {
    expect(outcomeOf(tagCall(fields))).toBe(outcome)
  })

  it.each<[string, Request, string]>([
    ['an Alipay id of nobody', { alipay_user_id: unknownAlipay }, 'NOT_FIND_TAOBAO_ACCOUNT'],
    ['an open id of another app', { open_id: foreignOpenId }, 'NOT_FIND_TAOBAO_ACCOUNT'],
    ['a frozen account', { alipay_user_id: '2088000000000003' }, 'NOT_FIND_TAOBAO_ACCOUNT'],
    ['a phone not confirmed for 180 days', mobile('13800138009'), 'NOT_FIND_TAOBAO_ACCOUNT'],
    [
      'one identifier of nobody among others',
      { alipay_user_id: alipay, ...mobile('13900000000') },
      'NOT_FIND_TAOBAO_ACCOUNT',
    ],
    ['an own id of nobody', { isv_user_id: 'u-9' }, 'NOT_FIND_TAOBAO_ACCOUNT'],
    [
      'identifiers of two people',
      { alipay_user_id: alipay, ...mobile('13800138001') },
      'IDENTITY_CONFLICT',
    ],
    [
      'open id and Alipay id of two people',
      { open_id: openId, alipay_user_id: otherAlipay },
      'IDENTITY_CONFLICT',
    ],
    ['a phone of two accounts', mobile('13800138005'), 'MULTI_ACCOUNT'],
    ['a user who refused', { alipay_user_id: '2088000000000004' }, 'USER_REFUSED'],
    [
      'a tag that begins later',
      { alipay_user_id: alipay, ext_param: extParam({ tagCode: 'LATER' }) },
      'TAG_NOT_ACTIVE',
    ],
    [
      'a tag that is over',
      { alipay_user_id: alipay, ext_param: extParam({ tagCode: 'OVER' }) },
      'TAG_NOT_ACTIVE',
    ],
    [
      'a tag that nobody defined',
      { alipay_user_id: alipay, ext_param: extParam({ tagCode: 'X' }) },
      'TAG_NOT_ACTIVE',
    ],
    [
      'a tag that was withdrawn',
      { alipay_user_id: alipay, ext_param: extParam({ tagCode: 'WITHDRAWN' }) },
      'TAG_NOT_ACTIVE',
    ],
    [
      'a source that was closed',
      { alipay_user_id: alipay, biz_code: 'BIZ_CLOSED' },
      'BIZ_CODE_NOT_AUTHORIZED',
    ],
    [
      'an identifier that the source may not use',
      { alipay_user_id: alipay, biz_code: 'BIZ_PHONES' },
      '',
    ],
    [
      'the source of another app',
      { alipay_user_id: alipay, biz_code: 'BIZ_B' },
      'BIZ_CODE_NOT_AUTHORIZED',
    ],
    ['an unknown source', { alipay_user_id: alipay, biz_code: 'NOPE' }, 'BIZ_CODE_NOT_AUTHORIZED'],
    [
      'a source left out by an app with several',
      { alipay_user_id: alipay, biz_code: undefined },
      '',
    ],
  ])('declines %s', (_what, fields, outcome) => {
    expect(outcomeOf(tagCall(fields))).toBe(outcome)
  })

  it('takes the only source of an app when it is left out', () => {
    const fields = { biz_code: undefined, alipay_user_id: alipay }
    expect(outcomeOf(tagCall(fields, { app: appB }))).toBe('tagged by alipayId')
    expect(outcomeOf(tagCall(fields, { app: { ...appA, biz_codes: [] } }))).toBe('')
  })

  it('reads the own id as a phone only for a source that sends phones there', () => {
    const fields = { isv_user_id: '138 0013 8000' }
    expect(outcomeOf(tagCall({ ...fields, biz_code: 'STORE_HZ01' }))).toBe('tagged by mobile')
    expect(outcomeOf(tagCall(fields))).toBe('NOT_FIND_TAOBAO_ACCOUNT')
  })

  it('names the identifier that the source may not use, and takes the others', () => {
    const [refused] = decideAll(tagCall({ alipay_user_id: alipay, biz_code: 'BIZ_PHONES' }))
    expect(refused).toMatchObject({ answer: invalidTagAnswer('alipay_user_id') })
    const hashed = extParam({ mobileSha256: hash('sha256', '13800138000') })
    expect(outcomeOf(tagCall({ ext_param: hashed, biz_code: 'BIZ_PHONES' }))).toBe(
      'tagged by mobile',
    )
  })

  it('shows a nick only with a proof of consent, where the contract is none', () => {
    const source = { alipay_user_id: alipay, biz_code: 'BIZ_CONSENT' }
    const proven = { ...source, ext_param: extParam({ consentId: 'C-2022-7' }) }
    const signature = 'e'.repeat(64)
    const answers = decideAll(
      tagCall(source, { signature }),
      tagCall(source, { signature }),
      tagCall(proven),
    ).map((decision) => 'answer' in decision && decision.answer.module)
    expect(answers).toEqual([
      { tag_success: true, use_type: 'alipayId' },
      { tag_success: true, use_type: 'alipayId' },
      { tag_success: true, use_type: 'alipayId', social_nick: 't*********3' },
    ])
  })

  it('answers a frozen account exactly like an unknown one', () => {
    const [frozen] = decideAll(tagCall({ alipay_user_id: '2088000000000003' }))
    const [unknown] = decideAll(tagCall({ alipay_user_id: unknownAlipay }))
    expect(frozen).toHaveProperty('answer', unknown?.kind === 'accept' && unknown.answer)
  })

  it('answers a missing account in the documented form, without the identifiers', () => {
    const call = tagCall({ alipay_user_id: unknownAlipay, ...mobile('13900000000') })
    expect(decideAll(call)).toMatchObject([
      {
        answer: {
          error_infos: [
            {
              outer_error_code: 'SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT',
              error_message: '未查询到淘宝账号:_*****_*****',
              error_code:
                'isp.system-service-error::NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT',
              sub_error_code: 'NOT_FIND_TAOBAO_ACCOUNT',
            },
          ],
          module: { tag_success: false },
          result: true,
        },
      },
    ])
  })

  it('says in `result` whether the user was looked up', () => {
    const results = [{ alipay_user_id: unknownAlipay }, { biz_code: 'NOPE', open_id: openId }].map(
      (fields) => decideAll(tagCall(fields)),
    )
    expect(results).toMatchObject([
      [{ answer: { result: true, module: { tag_success: false } } }],
      [{ answer: { result: false, module: { tag_success: false } } }],
    ])
  })

  it.each<[string, Record<string, string>, number]>([
    ['395 days', {}, nowMs + 395 * 86_400_000],
    ['the time it names', { expireTime: '2022-05-01 00:00:00' }, Date.UTC(2022, 3, 30, 16)],
    [
      'no longer than the source allows',
      { expireTime: '2099-01-01 00:00:00' },
      nowMs + 395 * 86_400_000,
    ],
  ])('keeps a mark for %s', (_what, members, expire_ms) => {
    const call = tagCall({ alipay_user_id: alipay, ext_param: extParam(members) })
    expect(decideAll(call)).toMatchObject([{ change: { expire_ms } }])
  })
})

describe('a repeated tag', () => {
  it('succeeds again under a new signature and counts again', () => {
    expect(decideAll(sampleTag(), sampleTag())).toMatchObject([
      { kind: 'accept', answer: { module: { social_nick: 't*********3' } } },
      { kind: 'accept', answer: { module: { social_nick: 't*********3' } } },
    ])
  })

  it('gets the first answer under the same signature', () => {
    const signature = 'c'.repeat(64)
    const [first, again] = decideAll(sampleTag({ signature }), sampleTag({ signature }))
    expect(again).toMatchObject({ kind: 'settle', first: false })
    expect(again).toHaveProperty('answer', first?.kind === 'accept' && first.answer)
  })

  it('is refused under the same signature with other boundaries', () => {
    const signature = 'c'.repeat(64)
    const calls = [sampleTag({ signature }), sampleTag({ signature, boundaries: 'two' })]
    expect(decideAll(...calls)[1]).toMatchObject({
      kind: 'refuse',
      refusal: 'signature-collision',
    })
  })
})

describe('the check of a tag', () => {
  /** The field that the check refuses; undefined when it lets the request pass. */
  function refusedField(fields: Request): string | undefined {
    try {
      userTagCheck.check({ biz_code: 'BIZ_A', ...fields }, nowMs)
      return undefined
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      expect(refusal.detail.subMsg).toMatch(/^非法参数/)
      return refusal.detail.argument
    }
  }

  it.each<[string, Request, string]>([
    ['no identifier', {}, 'alipay_user_id'],
    ['an empty extension only', { ext_param: extParam({}) }, 'alipay_user_id'],
    ['12 digits', mobile('138001380001'), 'ext_param.mobile'],
    ['10 digits', mobile('1380013800'), 'ext_param.mobile'],
    ['a landline', mobile('12800138000'), 'ext_param.mobile'],
    ['full-width digits', mobile('１３８００１３８０００'), 'ext_param.mobile'],
    ['another country', mobile('+1 138 0013 8000'), 'ext_param.mobile'],
    ['a number below zero', { ext_param: extParam({ mobile: -13800138000n }) }, 'ext_param.mobile'],
    ['a dash in front', mobile(' -13800138000'), 'ext_param.mobile'],
    ['a phone as a list', { ext_param: extParam({ mobile: ['13800138000'] }) }, 'ext_param.mobile'],
    [
      'a decimal phone',
      { ext_param: extParam({ mobile: { decimal: '1.38e10' } }) },
      'ext_param.mobile',
    ],
    [
      'an MD5 of 31 digits',
      { ext_param: extParam({ mobileMd5: 'a'.repeat(31) }) },
      'ext_param.mobileMd5',
    ],
    [
      'a SHA-256 of 65 digits',
      { ext_param: extParam({ mobileSha256: 'a'.repeat(65) }) },
      'ext_param.mobileSha256',
    ],
    [
      'a tag code with a space',
      { open_id: 'o', ext_param: extParam({ tagCode: 'a b' }) },
      'ext_param.tagCode',
    ],
    [
      'an expiry that is no time',
      { open_id: 'o', ext_param: extParam({ expireTime: '2022-02-30 00:00:00' }) },
      'ext_param.expireTime',
    ],
    [
      'an expiry that is over',
      { open_id: 'o', ext_param: extParam({ expireTime: '2022-04-03 10:00:00' }) },
      'ext_param.expireTime',
    ],
    [
      'an event time far ahead',
      { open_id: 'o', ext_param: extParam({ eventTime: '2022-04-03 10:05:01' }) },
      'ext_param.eventTime',
    ],
    [
      'a proof of consent over several lines',
      { open_id: 'o', ext_param: extParam({ consentId: 'a\nb' }) },
      'ext_param.consentId',
    ],
    [
      'an event time in another form',
      { open_id: 'o', ext_param: extParam({ eventTime: '20220402' }) },
      'ext_param.eventTime',
    ],
  ])('refuses %s', (_what, fields, field) => {
    expect(refusedField(fields)).toBe(field)
  })

  it.each<[string, Request]>([
    ['the sample', sampleTag().request],
    ['a phone alone', mobile('13800138000')],
    ['an own id alone', { isv_user_id: 'u' }],
    [
      'members that nobody agreed on',
      { open_id: 'o', ext_param: extParam({ storeId: '西湖店🏬', deep: [] }) },
    ],
    [
      'agreed members left empty',
      { open_id: 'o', ext_param: extParam({ mobile: '', tagCode: null }) },
    ],
    [
      'an event time that a clock five minutes ahead gives',
      { open_id: 'o', ext_param: extParam({ eventTime: '2022-04-03 10:05:00' }) },
    ],
    [
      'an expiry one second ahead',
      { open_id: 'o', ext_param: extParam({ expireTime: '2022-04-03 10:00:01' }) },
    ],
  ])('lets %s pass', (_what, fields) => {
    expect(refusedField(fields)).toBeUndefined()
  })
})

describe('the answer to a broken rule', () => {
  it('has the form of the documented sample', () => {
    expect(invalidTagAnswer('alipay_user_id')).toEqual({
      error_infos: [
        {
          outer_error_code: 'INVALID_PARAMETER',
          error_message: '输入参数错误:aliPayUserId',
          error_code: 'isv.invalid-parameter:',
          sub_error_code: '',
        },
      ],
      module: { tag_success: false },
      result: false,
    })
  })

  it.each([
    ['biz_code', 'bizCode'],
    ['isv_user_id', 'isvUserId'],
    ['ext_param.mobile', 'extParam.mobile'],
  ])('spells %s as %s', (field, spelled) => {
    expect(invalidTagAnswer(field).error_infos?.[0]?.error_message).toBe(`输入参数错误:${spelled}`)
  })
})
