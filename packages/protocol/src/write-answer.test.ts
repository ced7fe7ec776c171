import {
  decimal,
  defineApi,
  flag,
  int64,
  json,
  list,
  moment,
  struct,
  text,
} from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { createAnswerWriter, writeError } from './write-answer.ts'

const note = { en: 'a note' }
const item = struct('ErrorInfo', '项', note, { code: text('码', note) })
const api = defineApi({
  method: 'taobao.a.b.get',
  title: { zh: '甲', en: 'a' },
  description: { zh: '甲', en: 'a' },
  category: { zh: '甲', en: 'a' },
  access: 'app',
  effect: 'read',
  signatureMemory: 'none',
  repeat: { zh: '甲', en: 'a' },
  request: {},
  response: {
    id: int64('号', note),
    ok: flag('成', note),
    at: moment('时', note),
    price: decimal('价', { ...note, top: 'Price' }),
    raw: json('文', { ...note, bytesMax: 10 }),
    infos: list('表', note, item),
    names: list('名', note, text('名', note)),
    inner: struct('Inner', '内', note, { word: text('词', note) }),
  },
})
const write = createAnswerWriter(api)
const answer = {
  id: 9_223_372_036_854_775_807n,
  ok: true,
  at: Date.UTC(2015, 8, 16, 7, 53, 37),
  price: '12.50',
  raw: { text: '{"a":1}', value: new Map() },
  infos: [{ code: 'A' }, { code: 'B' }],
  names: ['x'],
  inner: { word: '<&>"\'\u0001 成功' },
}
const values =
  '"id":9223372036854775807,"ok":true,"at":"2015-09-16 15:53:37","price":"12.50","raw":"{\\"a\\":1}"'

describe('an answer', () => {
  it('is standard JSON with its root, wrapped lists and request_id last', () => {
    expect(write(answer, 'json', 'R')).toBe(
      `{"a_b_get_response":{${values},"infos":{"error_info":[{"code":"A"},{"code":"B"}]},"names":{"string":["x"]},"inner":{"word":"<&>\\"'\\u0001 成功"},"request_id":"R"}}`,
    )
  })

  it('is simplified JSON without root and wrapping', () => {
    expect(write(answer, 'simplified', 'R')).toBe(
      `{${values},"infos":[{"code":"A"},{"code":"B"}],"names":["x"],"inner":{"word":"<&>\\"'\\u0001 成功"},"request_id":"R"}`,
    )
  })

  it('is XML with repeated items, escaped, without characters that XML cannot carry', () => {
    expect(write(answer, 'xml', 'R')).toBe(
      '<?xml version="1.0" encoding="utf-8" ?><a_b_get_response><id>9223372036854775807</id><ok>true</ok><at>2015-09-16 15:53:37</at><price>12.50</price><raw>{&quot;a&quot;:1}</raw><infos><error_info><code>A</code></error_info><error_info><code>B</code></error_info></infos><names><string>x</string></names><inner><word>&lt;&amp;&gt;&quot;&apos; 成功</word></inner><request_id>R</request_id></a_b_get_response>',
    )
  })

  it('leaves out what is absent and what is not declared', () => {
    expect(write({ ok: false, secret: 'x', id: undefined }, 'json', 'R')).toBe(
      '{"a_b_get_response":{"ok":false,"request_id":"R"}}',
    )
    expect(write({}, 'simplified', 'R')).toBe('{"request_id":"R"}')
  })

  it('writes an empty list as each form has it', () => {
    const empty = { infos: [] }
    expect(write(empty, 'json', 'R')).toContain('"infos":{}')
    expect(write(empty, 'simplified', 'R')).toContain('"infos":[]')
    expect(write(empty, 'xml', 'R')).toContain('<infos></infos>')
  })
})

describe('an error', () => {
  const error = { code: 50, msg: 'm', sub_code: 'isv.x', sub_msg: '非法<参数>', request_id: 'R' }

  it('starts with the 18 bytes that a client cuts off, has a number as code and no end of line', () => {
    const body =
      '{"error_response":{"code":50,"msg":"m","sub_code":"isv.x","sub_msg":"非法<参数>","request_id":"R"}}'
    expect(writeError(error, 'json')).toBe(body)
    expect(writeError(error, 'simplified')).toBe(body)
  })

  it('leaves out what it does not say', () => {
    expect(writeError({ code: 22, msg: 'm', request_id: 'R' }, 'json')).toBe(
      '{"error_response":{"code":22,"msg":"m","request_id":"R"}}',
    )
  })

  it('is XML in the order of TOP', () => {
    expect(writeError(error, 'xml')).toBe(
      '<?xml version="1.0" encoding="utf-8" ?><error_response><code>50</code><msg>m</msg><sub_code>isv.x</sub_code><sub_msg>非法&lt;参数&gt;</sub_msg><request_id>R</request_id></error_response>',
    )
  })
})
