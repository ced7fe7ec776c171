import { Refusal } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { reportRequest, sampleData, statRow } from '../testing/sample-report.ts'
import { nowMs } from '../testing/write-call.ts'
import { jsonText } from './json-text.ts'
import { mergeRows } from './merge-rows.ts'
import { prepareReport } from './prepare-report.ts'
import { readRows } from './stat-row.ts'

function read(data: unknown, type = 1n) {
  return readRows(type, reportRequest(data, type).req.data.value, '2022-04-06').rows
}

function refusal(data: unknown, type = 1n): string | undefined {
  try {
    prepareReport(reportRequest(data, type), nowMs)
    return undefined
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    expect(cause.name).toBe('invalid-parameter')
    return cause.detail.subMsg
  }
}

describe('the rows of a report', () => {
  it('keep the documented sample as it is, all 37 columns', () => {
    const [row, ...others] = read(sampleData)
    expect(others).toEqual([])
    expect(row).toMatchObject({
      position: 1,
      business_type: 1n,
      statistics_date: '2022-04-02',
      update_ms: Date.UTC(2022, 2, 31, 13, 23, 12),
      subject: { key: '3/64', id: '64', store_id: '3', row_id: '64' },
      flags: ['TOTAL_BELOW_PART', 'SUM_MISMATCH', 'SUBJECT_FALLBACK'],
    })
    expect(row?.members.size).toBe(37)
    expect(`[${row === undefined ? '' : jsonText(row.members)}]`).toBe(sampleData)
  })

  it('keep every digit of a shop and flag numbers that came as text', () => {
    const data =
      '[{"store_id":222333444555666777,"storeName":"望京🏠店","statisticsDate":"2022-04-02","businessType":2,"aliUv":"12","replyImRate":"85.5%"}]'
    const [row] = read(data, 2n)
    expect(row).toMatchObject({
      subject: { key: '222333444555666777', isFallback: false },
      business_type: 2n,
      update_ms: 0,
      flags: ['NUMERIC_TEXT', 'PERCENT_TEXT'],
    })
    expect(row === undefined ? '' : jsonText(row.members)).toBe(
      data.slice(1, -1).replace('"12"', '12').replace('"85.5%"', '85.5'),
    )
  })

  it.each<[string, unknown, string]>([
    [
      '2^53 + 1',
      '[{"id":1,"statisticsDate":"2022-04-02","aliUv":9007199254740993}]',
      '9007199254740993',
    ],
    [
      '2^63 - 1',
      '[{"id":1,"statisticsDate":"2022-04-02","aliUv":9223372036854775807}]',
      '9223372036854775807',
    ],
    ['0', '[{"id":1,"statisticsDate":"2022-04-02","aliUv":0}]', '0'],
    ['null, which is not 0', '[{"id":1,"statisticsDate":"2022-04-02","aliUv":null}]', 'null'],
  ])('keep the count %s exactly', (_what, data, stored) => {
    const [row] = read(data)
    expect(row === undefined ? '' : jsonText(row.members)).toContain(`"aliUv":${stored}`)
    expect(row?.flags).toEqual(['SUBJECT_FALLBACK'])
  })

  it.each<[string, Record<string, unknown>]>([
    ['an unknown measure', { newMeasure: 1 }],
    ['an unknown measure below 0', { newMeasure: -1 }],
    ['a nested value', { extra: { a: [1] } }],
    ['a day three days ahead', { statisticsDate: '2022-04-06' }],
    ['a leap day', { statisticsDate: '2020-02-29' }],
    ['a name of 2,000 characters', { storeName: '🏠'.repeat(2000) }],
    ['a name that is a formula', { storeName: '=HYPERLINK("http://x")' }],
    ['a column name of 64 characters', { ['c'.repeat(64)]: 1 }],
    ['a rate with decimals', { replyImRate: 0.5 }],
    ['a rate over 100', { replyImRate: 250 }],
    ['no update time', { updateTime: undefined }],
    ['an update time that is null', { updateTime: null }],
    ['both spellings of one column', { storeId: 3 }],
    ['a business type as text', { businessType: '2' }],
    ['300 columns', Object.fromEntries(Array.from({ length: 295 }, (_, at) => [`m${at}`, 1]))],
  ])('may have %s', (_what, members) => {
    expect(refusal([statRow(members)])).toBeUndefined()
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['no day', { statisticsDate: undefined }, 'statisticsDate'],
    ['a day that is null', { statisticsDate: null }, 'statisticsDate'],
    ['31 April', { statisticsDate: '2022-04-31' }, 'statisticsDate'],
    ['a day with slashes', { statisticsDate: '2022/04/02' }, 'statisticsDate'],
    ['a day with a time', { statisticsDate: '2022-04-02 00:00:00' }, 'statisticsDate'],
    ['a day as a number', { statisticsDate: 20220402 }, 'statisticsDate'],
    ['a day four days ahead', { statisticsDate: '2022-04-07' }, 'statisticsDate'],
    ['a count in words', { aliUv: 'many' }, 'aliUv'],
    ['an empty count', { aliUv: '' }, 'aliUv'],
    ['a count below 0', { aliUv: -1 }, 'aliUv'],
    ['a broken count', { aliUv: 1.5 }, 'aliUv'],
    ['a count that is true', { aliUv: true }, 'aliUv'],
    ['a count inside a list', { aliUv: [1] }, 'aliUv'],
    ['a count in snake case below 0', { ali_uv: -1 }, 'ali_uv'],
    ['a count as text above 2^63-1', { aliUv: '9223372036854775808' }, 'aliUv'],
    ['a rate below 0', { replyImRate: -0.1 }, 'replyImRate'],
    ['a rate in words', { replyImRate: 'high' }, 'replyImRate'],
    ['a rate of a percent sign', { replyImRate: '%' }, 'replyImRate'],
    ['an update time with a T', { updateTime: '2022-03-31T21:23:12' }, 'updateTime'],
    ['an update time on 30 February', { updateTime: '2022-02-30 00:00:00' }, 'updateTime'],
    ['a business type in words', { businessType: 'rent' }, 'businessType'],
    ['an id with a slash', { id: '6/4' }, 'id'],
    ['an id below 0', { store_id: -3 }, 'store_id'],
    ['an id that is an object', { id: {} }, 'id'],
    ['two values for one column', { storeId: 4 }, 'store_id'],
    ['two values for one count', { ali_uv: 2 }, 'ali_uv'],
    ['a name of 2,001 characters', { storeName: 's'.repeat(2001) }, 'storeName'],
    ['a nested name of 2,001 characters', { extra: ['s'.repeat(2001)] }, 'extra'],
    ['a nested bad column name', { extra: { 'a b': 1 } }, 'extra'],
    ['a column name with SQL', { 'x); DROP TABLE t;--': 1 }, '列名'],
    ['a column name of 65 characters', { ['c'.repeat(65)]: 1 }, '列名'],
    ['an id that is a phone number', { brokerId: '13800138000' }, 'brokerId'],
    ['an id that is an identity card', { store_id: '11010519491231002X' }, 'store_id'],
    ['two values for one unknown column', { fcVip: 1, fc_vip: 2 }, 'fc_vip'],
    ['no id at all', { id: undefined, store_id: undefined }, 'id'],
    ['301 columns', Object.fromEntries(Array.from({ length: 296 }, (_, at) => [`m${at}`, 1])), ''],
  ])('may not have %s, and the answer names row and column', (_what, members, name) => {
    const text = refusal([statRow(), statRow(), statRow(members), statRow()])
    expect(text?.startsWith(`非法参数：第3行 ${name}`.trimEnd())).toBe(true)
    expect(text).toContain('非法')
  })

  it('may not have a count above 2^63-1', () => {
    const data = '[{"id":1,"statisticsDate":"2022-04-02","aliUv":9223372036854775808}]'
    expect(refusal(data)).toContain('第1行 aliUv')
    expect(refusal(data.replace('aliUv', 'newMeasure'))).toContain('第1行 newMeasure')
  })

  it('may not have a number with an exponent where one counts', () => {
    expect(refusal('[{"id":1,"statisticsDate":"2022-04-02","aliUv":1e2}]')).toContain('aliUv')
    expect(refusal('[{"id":1,"statisticsDate":"2022-04-02","replyImRate":1e400}]')).toContain(
      'Rate',
    )
  })

  it.each([[[null]], [[[statRow()]]], [['row']], [[1]]])('are objects, not %j', (data) => {
    expect(refusal(data)).toContain('第1行')
  })

  it('are at most 5,000', () => {
    const rows = Array.from({ length: 5001 }, () => statRow())
    expect(refusal(rows.slice(1))).toBeUndefined()
    expect(refusal(rows)).toContain('5000')
    expect(refusal([])).toBeUndefined()
  })

  it.each<[string, string, string]>([
    ['a mobile number alone', '13800138000', '***'],
    ['a mobile number', '找王经理13800138000。', '找王经理***。'],
    ['an identity card', '11010519491231002X', '***'],
    ['several', '13800138000/13900139000', '***/***'],
  ])('are cut of %s in their texts', (_what, storeName, stored) => {
    const [row] = read([statRow({ storeName, extra: { note: storeName } })])
    expect(row?.members.get('storeName')).toBe(stored)
    expect(row?.members.get('extra')).toEqual(new Map([['note', stored]]))
    expect(row?.flags).toContain('PII_CUT')
  })

  it('are cut of a mobile number that came as a number, where the column speaks of one', () => {
    const [row] = read([statRow({ contactPhone: 13800138000, fcPhone: 7, someCount: 13800138000 })])
    expect([...(row?.members ?? [])].slice(-3)).toEqual([
      ['contactPhone', '***'],
      ['fcPhone', 7n],
      ['someCount', 13800138000n],
    ])
    expect(row?.flags).toContain('PII_CUT')
  })

  it.each([
    '222333444555666777',
    '110105194913310021',
    '110105194912320021',
    '138001380001',
    '1380013800',
  ])('keep a name of digits such as %s that is no phone and no identity card', (storeName) => {
    const [row] = read([statRow({ storeName })])
    expect(row?.members.get('storeName')).toBe(storeName)
  })
})

describe('odd numbers of a row', () => {
  const flagsOf = (members: Record<string, unknown>) =>
    read([statRow({ brokerId: 8, aliUv: undefined, ...members })])[0]?.flags

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a total of two sides', { totalDayTcSend: 3, aliDayTcSend: 2, fcDayTcSend: 1 }, []],
    [
      'a total above its sides',
      { totalDayTcSend: 4, aliDayTcSend: 2, fcDayTcSend: 1 },
      ['SUM_MISMATCH'],
    ],
    ['a total whose side was not reported', { totalDayTcSend: 4, aliDayTcSend: 2 }, []],
    ['a total whose side is null', { totalDayTcSend: 4, aliDayTcSend: 2, fcDayTcSend: null }, []],
    ['a total below one side', { totalDayTcSend: 1, aliDayTcSend: 2 }, ['TOTAL_BELOW_PART']],
    ['visitors that meet on both sides', { totalUv: 2, aliUv: 2, fcUv: 1 }, []],
    ['more visitors of a side than in all', { total_uv: 1, ali_uv: 2 }, ['TOTAL_BELOW_PART']],
    ['more chats answered than there were', { sendImAll: 1, replyImAll: 2 }, ['TOTAL_BELOW_PART']],
    ['a rate of 100', { replyImRate: 100 }, []],
    ['a rate above 100', { replyImRate: 100.1 }, ['RATE_OVER_100']],
    ['a rate above 100 in percent', { replyImRate: '101%' }, ['PERCENT_TEXT', 'RATE_OVER_100']],
  ])('%s', (_what, members, flags) => {
    expect(flagsOf(members)).toEqual(flags)
  })
})

describe('numbers that nobody knows', () => {
  const newIn = (members: Record<string, unknown>) =>
    prepareReport(reportRequest([statRow(members)]), nowMs).new_measures

  it('are new measures, by one name for both spellings', () => {
    expect(newIn({ fcVipTcSend: 7, fc_vip_tn_send: 0.5 })).toEqual(['fcVipTcSend', 'fcVipTnSend'])
  })

  it('are none where a column is known, a text, empty, or names something', () => {
    const members = { aliUv: 3, note: 'x', later: null, agentId: 5, storeName: 7, rowType: 1 }
    expect(newIn(members)).toEqual([])
  })

  it('are at most 100 of one call, and the row keeps the others too', () => {
    const members = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`m${at}`, at]))
    expect(newIn(members)).toHaveLength(100)
    expect(read([statRow(members)])[0]?.members.get('m100')).toBe(100n)
  })
})

describe('the subject of a row', () => {
  it.each<[bigint, Record<string, unknown>, string, boolean]>([
    [1n, { brokerId: 8 }, '8', false],
    [1n, { broker_id: 'b-8', consultantId: 9 }, 'b-8', false],
    [1n, { outerConsultantId: 9 }, '9', false],
    [1n, {}, '3/64', true],
    [1n, { id: null }, '3/', true],
    [1n, { store_id: null }, '/64', true],
    [2n, {}, '3', false],
    [2n, { store_id: null }, '/64', true],
    [3n, { cityCode: '110000' }, '110000', false],
    [3n, { cityCode: '110000', cityName: '北京' }, '110000', false],
    [3n, { city_name: '北京' }, 'city:北京', false],
    [3n, { cityName: '京'.repeat(65) }, '/64', true],
    [3n, {}, '/64', true],
  ])('of type %s with %j is %s', (type, members, key, isFallback) => {
    const [row] = read([statRow(members)], type)
    expect(row?.subject).toMatchObject({ key, isFallback })
  })
})

describe('mergeRows', () => {
  const keysOf = (data: unknown, type = 1n) =>
    mergeRows(read(data, type)).map(({ subject }) => subject.key)

  it('keeps two brokers of one shop as two rows', () => {
    expect(keysOf([statRow(), statRow({ id: 65 })])).toEqual(['3/64', '3/65'])
  })

  it('never merges rows that differ in their own id', () => {
    expect(keysOf([statRow(), statRow({ id: 65 })], 2n)).toEqual(['3#64', '3#65'])
    const rows = [statRow({ brokerId: 8 }), statRow({ brokerId: 8, id: undefined })]
    expect(keysOf(rows)).toEqual(['8#64', '8#'])
  })

  it('lets the last of equal rows win and flags it', () => {
    const merged = mergeRows(read([statRow({ aliUv: 1 }), statRow({ aliUv: 2 })]))
    expect(merged).toHaveLength(1)
    expect(merged[0]?.members.get('aliUv')).toBe(2n)
    expect(merged[0]?.flags).toContain('DUPLICATE_ROW')
  })

  it('keeps rows of other days and other lines of business apart', () => {
    const rows = [
      statRow(),
      statRow({ statisticsDate: '2022-04-01' }),
      statRow({ businessType: 2 }),
    ]
    expect(mergeRows(read(rows))).toHaveLength(3)
  })
})
