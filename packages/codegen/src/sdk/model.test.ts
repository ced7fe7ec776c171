import {
  catalogue,
  type DocumentedApi,
  documentServed,
  type Field,
  type Fields,
  readTopDescription,
} from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { buildSdkModel, type SdkApi } from './model.ts'
import { camelCase, type Naming } from './naming.ts'
import { SdkRefusal } from './sdk-refusal.ts'

const naming: Naming = {
  write: (name, scope) => (scope.endsWith('member') ? camelCase(name) : pascal(name)),
  isReserved: (name, scope) => name === 'class' || (scope === 'response-member' && name === 'body'),
  digitPrefix: '_',
  memberCaseCounts: true,
  structsLiveIn: 'class',
}
const pascal = (name: string) => camelCase(name).replace(/^./, (first) => first.toUpperCase())
const about = { zh: '说明', en: 'About' }
const base = { need: 'optional', about, privacy: 'B' } as const
const text: Field = { ...base, kind: 'text' }
const struct = (typeName: string, fields: Fields): Field => ({
  ...base,
  kind: 'struct',
  typeName,
  fields,
})
const list = (item: Field): Field => ({ ...base, kind: 'list', item, itemsMax: 20 })

function imported(request: Fields, response: Fields = {}, method = 'some.api'): DocumentedApi {
  const words = { title: about, description: about, category: about }
  return { method, ...words, notice: false, request, response, served: null }
}

function modelOf(api: DocumentedApi, own: Naming = naming): SdkApi {
  const [model] = buildSdkModel([api], own, '1.0.0').apis
  if (model === undefined) throw new Error('no API')
  return model
}

const refusalOf = (api: DocumentedApi): unknown => {
  try {
    return modelOf(api)
  } catch (error) {
    return error instanceof SdkRefusal ? [error.method, error.field, error.reason] : error
  }
}

describe('the model of a served API', () => {
  it('has everything that the contract says, with names of the language', () => {
    const charity = catalogue.find(({ method }) => method === 'alibaba.charity.useraction.sync')
    if (charity === undefined) throw new Error('no such API')
    const model = modelOf(documentServed(charity))
    expect(model).toMatchObject({
      name: 'AlibabaCharityUseractionSync',
      root: 'alibaba_charity_useraction_sync_response',
      session: 'not-needed',
      outcome: { flag: ['result', 'success'], success: 'true', code: ['result', 'code'] },
      repeat: 'same-bytes',
      deadlineMs: 5000,
    })
    expect(model.requestStructs.map(({ name }) => name)).toEqual(['ChannelUserActionDto'])
    expect(model.responseStructs.map(({ name }) => name)).toEqual([
      'UserActionSyncResult',
      'ThreehoursResult',
    ])
    expect(model.requestStructs[0]?.fields.find(({ wireName }) => wireName === 'event_id')).toEqual(
      {
        wireName: 'event_id',
        name: 'eventId',
        type: { kind: 'text' },
        need: 'required',
        about: {
          zh: '唯一的动作ID,渠道范围内唯一,幂等控制',
          en: 'Id of the action, unique within the channel; controls idempotency',
        },
        limits: [
          {
            zh: '1–64 个可见 ASCII 字符，不含空格',
            en: '1 to 64 visible ASCII characters, no spaces',
          },
        ],
        example: 'UNI_9901',
        oneOf: [],
      },
    )
    expect(model.errors).toContainEqual(
      expect.objectContaining({ where: 'answer', code: '409', subCode: null, retry: 'never' }),
    )
  })

  it('says of each whether it may be repeated and whether it needs a session', () => {
    const rows = buildSdkModel(catalogue.map(documentServed), naming, '1').apis.map(
      ({ method, repeat, session }) => [method, repeat, session],
    )
    expect(rows).toContainEqual(['alibaba.alihealth.followup.fetch', 'free', 'not-needed'])
    expect(rows).toContainEqual(['alibaba.alihealth.followup.send', 'same-bytes', 'not-needed'])
    expect(rows).toContainEqual([
      'tmall.alihouse.customer.clue.out.invest.total.data.back.flow',
      'same-bytes',
      'required',
    ])
  })
})

describe('names', () => {
  const namesOf = (request: Fields) => modelOf(imported(request)).request.map(({ name }) => name)

  it('are no reserved words, begin with no digit, and differ', () => {
    const fields = { class: text, '2fa': text, a_b: text, 'a-b': text, aB: text, AB: text }
    expect(namesOf(fields)).toEqual(['class_', '_2fa', 'aB', 'aB2', 'aB3', 'aB4'])
  })

  it('keep clear of what is reserved in their place only', () => {
    const model = modelOf(imported({ body: text }, { body: text }))
    expect([model.request[0]?.name, model.response[0]?.name]).toEqual(['body', 'body_'])
  })

  it('of two APIs differ where TOP would drop what tells them apart', () => {
    const apis = [imported({}, {}, 'taobao.x.y'), imported({}, {}, 'x.y'), imported({}, {}, 'X.Y')]
    const names = buildSdkModel(apis, naming, '1').apis.map(({ method, name }) => [method, name])
    expect(names).toEqual([
      ['X.Y', 'XY'],
      ['taobao.x.y', 'TaobaoXY'],
      ['x.y', 'XY2'],
    ])
  })

  it('of structs: one shape is one class, another shape under the same name is numbered', () => {
    const one = struct('Address', { city: text })
    const other = struct('Address', { town: text })
    const model = modelOf(imported({ a: one, b: other, c: one, d: struct('', { x: text }) }))
    expect(model.requestStructs.map(({ name }) => name)).toEqual(['Address', 'Address2', 'D'])
    expect(model.request[2]?.type).toEqual(model.request[0]?.type)
  })

  it('of structs never are those of the classes around them', () => {
    const model = modelOf(imported({ a: struct('SomeApiRequest', { x: text }) }))
    expect(model.requestStructs[0]?.name).toBe('SomeApiRequest2')
  })

  it('of structs differ between the two sides where a language keeps both in one place', () => {
    const api = imported({ a: struct('Result', { x: text }) }, { a: struct('Result', { y: text }) })
    expect(modelOf(api).responseStructs[0]?.name).toBe('Result')
    const own = modelOf(api, { ...naming, structsLiveIn: 'api' })
    expect(own.responseStructs[0]?.name).toBe('Result2')
  })
})

describe('types', () => {
  it('read as the pages print them', () => {
    const typeOf = (field: Field) => modelOf(imported({ x: field })).request[0]?.type
    expect(typeOf({ ...base, kind: 'moment', top: 'String' })).toEqual({ kind: 'text' })
    expect(typeOf({ ...base, kind: 'moment', top: 'Date' })).toEqual({ kind: 'moment' })
    expect(typeOf(struct('Map', {}))).toEqual({ kind: 'any' })
    expect(typeOf(list({ ...base, kind: 'int64' }))).toEqual({
      kind: 'list',
      item: { kind: 'int64' },
      itemName: 'number',
    })
  })

  it('that cannot travel are refused with method, field and reason', () => {
    const file: Field = { ...base, kind: 'bytes', bytesMax: 9 }
    expect(refusalOf(imported({ s: struct('S', { f: file }) }))).toEqual([
      'some.api',
      'request.s.f',
      'a file travels as a part of its own, not inside a value',
    ])
    expect(refusalOf(imported({}, { f: file }))).toEqual([
      'some.api',
      'response.f',
      'an answer has no form for a file',
    ])
    expect(refusalOf(imported({ m: list(list(text)) }))).toEqual([
      'some.api',
      'request.m',
      'a list of lists has no wire form',
    ])
    expect(refusalOf(imported({ 名称: text }))).toEqual([
      'some.api',
      'request.名称',
      'the name has no letter or digit of ASCII',
    ])
  })
})

it('an imported description promises nothing that it does not say', () => {
  const read = readTopDescription({
    name: 'taobao.some.api',
    requestParams: [{ name: 'id', type: 'Number', required: true, maxValue: 9 }],
  })
  if (read.api === undefined) throw new Error('not read')
  expect(modelOf(read.api)).toMatchObject({
    name: 'SomeApi',
    session: 'unknown',
    repeat: 'unknown',
    outcome: null,
    deadlineMs: null,
    request: [{ name: 'id', need: 'required', limits: [{ zh: '≤ 9', en: '≤ 9' }] }],
  })
})
