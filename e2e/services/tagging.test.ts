import { expect, it } from 'vitest'
import { APP_KEY, maskedTag, type Sample } from '../testing/samples.ts'
import { eachSandbox, type TestServer } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'

/** The examples that a tagging API must get right, through the door of a running server. */

const ALIPAY = '2088123412345678'

interface Told {
  readonly result: boolean
  readonly module: { tag_success: boolean; social_nick?: string; use_type?: string }
  readonly error_infos?: { readonly error_info: readonly Readonly<Record<string, string>>[] }
}

function tag(params: Readonly<Record<string, string>>): Sample {
  return { method: maskedTag.method, params: { biz_code: 'STORE_HZ01', ...params } }
}

const ext = (members: object) => ({ ext_param: JSON.stringify(members) })

function tagged(use_type: string, social_nick = 't*********3') {
  return { result: true, module: { tag_success: true, social_nick, use_type } }
}

function invalid(field: string) {
  return {
    result: false,
    module: { tag_success: false },
    error_infos: {
      error_info: [
        {
          outer_error_code: 'INVALID_PARAMETER',
          error_message: `输入参数错误:${field}`,
          error_code: 'isv.invalid-parameter:',
          sub_error_code: '',
        },
      ],
    },
  }
}

function notFound(places: string) {
  return {
    result: true,
    module: { tag_success: false },
    error_infos: {
      error_info: [
        {
          outer_error_code: 'SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT',
          error_message: `未查询到淘宝账号:${places}`,
          error_code: 'isp.system-service-error::NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT',
          sub_error_code: 'NOT_FIND_TAOBAO_ACCOUNT',
        },
      ],
    },
  }
}

function ours(code: string, result = true) {
  const info = { outer_error_code: code, error_code: `isv.${code}`, sub_error_code: code }
  return {
    result,
    module: { tag_success: false },
    error_infos: { error_info: [expect.objectContaining(info)] },
  }
}

/** Calls at the very same moment with the same parameters are one call: `n` sets them apart. */
let calls = 0

eachSandbox('the tagging API', (server: () => TestServer) => {
  async function send(sample: Sample, key = APP_KEY): Promise<Told> {
    calls += 1
    const nowMs = Date.now() - 300_000 + 1000 * (calls % 600)
    const secret = `sandbox000000000000000000000000${key.slice(-2)}`
    const answer = JSON.parse(await call(server().url, sample, { key, secret, nowMs }))
    const told = answer.retail_user_tag_mobile_add_response ?? answer.error_response
    const { request_id: _, ...body } = told
    return body
  }

  it('answers the literal sample with its own code for a bad parameter', async () => {
    expect(await send(maskedTag)).toMatchObject({
      result: false,
      error_infos: { error_info: [{ outer_error_code: 'INVALID_PARAMETER' }] },
    })
  })

  it('tags by Alipay id, and the same again', async () => {
    const sample = tag({ alipay_user_id: ALIPAY, ext_param: '{}' })
    expect(await send(sample)).toEqual(tagged('alipayId'))
    expect(await send(sample)).toEqual(tagged('alipayId'))
  })

  it('tags by phone however it is written, also as a number', async () => {
    const written = { mobile: '+86 138-0013-8000', storeId: '西湖店🏬' }
    expect(await send(tag(ext(written)))).toEqual(tagged('mobile'))
    expect(await send(tag({ ext_param: '{"mobile":13800138000}' }))).toEqual(tagged('mobile'))
  })

  it('shows of a nick of one character nothing', async () => {
    expect(await send(tag({ alipay_user_id: '2088123412345679' }))).toEqual(
      tagged('alipayId', '*********'),
    )
  })

  it('finds the open id of its own app, and gives no hint of that of another', async () => {
    expect(await send(tag({ open_id: 'AAEsandboxopenid00000000000001' }))).toEqual(tagged('tbId'))
    const foreign = await send(tag({ open_id: 'AAEsandboxopenid00000000000002' }))
    expect(foreign).toEqual(notFound('*****__'))
    expect(await send(tag({ open_id: 'AAEsandboxopenid00000000000009' }))).toEqual(foreign)
  })

  it('tags nobody when identifiers belong to two people, or one to nobody', async () => {
    const alipay_user_id = ALIPAY
    expect(await send(tag({ alipay_user_id, ...ext({ mobile: '13800138001' }) }))).toEqual(
      ours('IDENTITY_CONFLICT'),
    )
    expect(await send(tag({ alipay_user_id, ...ext({ mobile: '13900000000' }) }))).toEqual(
      notFound('_*****_*****'),
    )
  })

  it.each([
    [{ alipay_user_id: '2088１２３４12345678' }, 'aliPayUserId'],
    [{ alipay_user_id: '1234567890123456' }, 'aliPayUserId'],
    [{ alipay_user_id: '208812341234567' }, 'aliPayUserId'],
    [{ alipay_user_id: ALIPAY, ext_param: 'not json' }, 'extParam'],
    [{ alipay_user_id: ALIPAY, ext_param: '[]' }, 'extParam'],
    [{ alipay_user_id: ALIPAY, ext_param: `{"a":"${'x'.repeat(4096)}"}` }, 'extParam'],
    [ext({ mobile: '12345' }), 'extParam.mobile'],
    [{ ext_param: '{}' }, 'aliPayUserId'],
    [{ biz_code: 'a b', alipay_user_id: ALIPAY }, 'bizCode'],
    [{ biz_code: '', alipay_user_id: ALIPAY }, 'bizCode'],
    [{ isv_user_id: 'x'.repeat(129), alipay_user_id: ALIPAY }, 'isvUserId'],
    [{ isv_user_id: 'a\u0085b', alipay_user_id: ALIPAY }, 'isvUserId'],
    [{ isv_user_id: 'a\u009fb', alipay_user_id: ALIPAY }, 'isvUserId'],
  ])('answers %j with the parameter that is wrong', async (params, field) => {
    expect(await send(tag(params as Record<string, string>))).toEqual(invalid(field))
  })

  it('answers a foreign and an unknown source alike', async () => {
    for (const biz_code of ['BIZ_B', 'NOBODYS']) {
      expect(await send(tag({ biz_code, alipay_user_id: ALIPAY }))).toEqual(
        ours('BIZ_CODE_NOT_AUTHORIZED', false),
      )
    }
  })

  it('answers a tag that is not defined', async () => {
    expect(await send(tag({ alipay_user_id: ALIPAY, ...ext({ tagCode: 'GONE' }) }))).toEqual(
      ours('TAG_NOT_ACTIVE'),
    )
  })

  it('answers 200 equal calls at once alike', async () => {
    const samples = Array.from({ length: 200 }, () => tag({ alipay_user_id: ALIPAY }))
    const answers = await Promise.all(samples.map((sample) => send(sample)))
    expect(answers).toEqual(samples.map(() => tagged('alipayId')))
  })

  // The last one: it leaves the source BIZ_B stopped.
  it('stops a source that tries numbers, and nobody else', async () => {
    const probing = Array.from({ length: 300 }, (_, n) => ({
      biz_code: 'BIZ_B',
      ...(n % 10 === 0
        ? { alipay_user_id: ALIPAY }
        : ext({ mobile: String(13_900_000_000 + 37 * n) })),
    }))
    const answers = []
    for (const params of probing) answers.push(await send(tag(params), '10000002'))
    const limited = { code: 7, sub_code: 'accesscontrol.limited-by-probe-guard' }
    expect(answers.at(-1)).toMatchObject(limited)
    const served = answers.filter((answer) => 'result' in answer)
    expect(served.length).toBe(224)
    expect(await send(tag({ alipay_user_id: ALIPAY }))).toEqual(tagged('alipayId'))
  })
})
