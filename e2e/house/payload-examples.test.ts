import { Dictionary, findStats, type StatReport } from '@topgate/services'
import type { Database } from '@topgate/storage'
import { describe, expect, it } from 'vitest'
import { charity, type Sample, SESSION, statistics } from '../testing/samples.ts'
import { eachSandbox } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'
import { rowsIn, withStore } from './open-store.ts'

/** `data` as JSON text, so that it arrives exactly as it is written here. */
function sent(data: string, type = 1): Sample {
  return {
    method: statistics.method,
    params: { req: `{"type":${type},"data":${JSON.stringify(data)}}` },
    session: SESSION,
  }
}

function row(members: Readonly<Record<string, unknown>>) {
  return { store_id: 3, statisticsDate: '2022-04-02', aliUv: 1, ...members }
}

const rows = (...of: readonly Readonly<Record<string, unknown>>[]) =>
  sent(JSON.stringify(of.map(row)))

const sample = (changes: Readonly<Record<string, unknown>>): Sample => {
  const [documented] = JSON.parse(JSON.parse(statistics.params.req ?? '').data)
  return sent(JSON.stringify([{ ...documented, ...changes }]))
}

const hundredRows = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => row({ id: first + at }))

eachSandbox('the payload examples of the housing API', (server) => {
  /** The answer, and by how many rows of statistics the store grew. */
  async function take(one: Sample): Promise<{ body: string; grown: number }> {
    const before = await rowsIn(server())
    const body = await call(server().url, one)
    return { body, grown: (await rowsIn(server())) - before }
  }

  const success = '"result":{"code":"success","msg":"成功","success":"true"}'
  const isInvalid = (body: string) =>
    body.includes('"code":50') && body.includes('"sub_code":"isv.invalid-parameter"')

  const read = <T>(work: (db: Database) => Promise<T>) => withStore(server(), work)

  async function statOf(subject: string): Promise<StatReport> {
    const [found, ...others] = await read((db) => findStats(db, { subject }))
    if (found === undefined || others.length > 0) throw new Error('not one report')
    return found
  }

  describe('1 and 2, the documented sample', () => {
    it('1: is one row of a subject by fallback, and its name stays text', async () => {
      const { body, grown } = await take(statistics)
      expect(body).toContain(success)
      expect(grown).toBe(1)
      const found = await statOf('3/64')
      expect(found.flags).toContain('SUBJECT_FALLBACK')
      expect(found.columns).toContainEqual({ raw_name: 'storeName', value: '222333444555666777' })
      expect(found.measures).toHaveLength(30)
    })

    it('2: is not replaced by one that was updated a second earlier', async () => {
      const { body, grown } = await take(sample({ updateTime: '2022-03-31 21:23:11', totalUv: 9 }))
      expect(body).toContain(success)
      expect(grown).toBe(0)
      const found = await statOf('3/64')
      expect(found.stale_count).toBe(1)
      expect(found.measures.find(({ name }) => name === 'totalUv')?.value).toBe('1')
    })

    it('is not taken twice, however often it is sent', async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => take(statistics)))
      expect(answers.every(({ body }) => body.includes(success))).toBe(true)
      expect((await statOf('3/64')).versions).toHaveLength(1)
    })
  })

  it('3: an empty array is a success of 0 rows, an object is refused', async () => {
    expect(await take(sent('[]'))).toMatchObject({
      body: expect.stringContaining(success),
      grown: 0,
    })
    const { body, grown } = await take(sent('{}'))
    expect(isInvalid(body)).toBe(true)
    expect(grown).toBe(0)
  })

  it('4: 999 rows with Chinese names are stored while other calls go on', async () => {
    const name = '望京人家花园第一分店'.repeat(20)
    const many = Array.from({ length: 999 }, (_, id) =>
      row({ id: 64 + id, storeName: name, store_id: 4 }),
    )
    const large = sent(JSON.stringify(many))
    expect(Buffer.byteLength(large.params.req ?? '')).toBeGreaterThan(600_000)
    const before = await rowsIn(server())
    const [answer, ...others] = await Promise.all([
      call(server().url, large),
      ...Array.from({ length: 20 }, (_, at) => call(server().url, charity(`beside-${at}`))),
    ])
    expect(answer).toContain(success)
    expect(others.filter((body) => !body.includes('"success":true'))).toEqual([])
    expect((await rowsIn(server())) - before).toBe(999)
    expect((await statOf('4/64')).subject).toBe('4/64')
    expect((await statOf('4/65')).subject).toBe('4/65')
  })

  it('5: 5,001 rows are refused with the limit in the text, 5,000 are taken', async () => {
    const tooMany = await take(sent(JSON.stringify(hundredRows(100_000, 5001))))
    expect(isInvalid(tooMany.body)).toBe(true)
    expect(tooMany.body).toContain('5000')
    expect(tooMany.grown).toBe(0)
    const most = await take(sent(JSON.stringify(hundredRows(100_000, 5000))))
    expect(most).toEqual({ body: expect.stringContaining(success), grown: 5000 })
  })

  it('6: a shop keeps all of its digits, numbers as text are flagged', async () => {
    const data =
      '[{"store_id":222333444555666777,"storeName":"望京🏠店","statisticsDate":"2022-04-02","businessType":2,"aliUv":"12","replyImRate":"85.5%"}]'
    expect((await take(sent(data, 2))).body).toContain(success)
    const found = await statOf('222333444555666777')
    expect(found).toMatchObject({
      type: 2n,
      business_type: 2n,
      flags: ['NUMERIC_TEXT', 'PERCENT_TEXT'],
      measures: [
        { name: 'aliUv', value: '12' },
        { name: 'replyImRate', value: '85.5' },
      ],
    })
    expect(found.columns).toContainEqual({ raw_name: 'storeName', value: '望京🏠店' })
  })

  it('7: one bad day among five rows refuses the call and names row and column', async () => {
    const bad = [
      { id: 701 },
      { id: 702 },
      { id: 703, statisticsDate: '2022-04-31' },
      { id: 704 },
      { id: 705 },
    ]
    const { body, grown } = await take(rows(...bad))
    expect(isInvalid(body)).toBe(true)
    expect(body).toContain('第3行 statisticsDate 非法')
    expect(grown).toBe(0)
  })

  it('8: rows that were serialised twice are refused, and the text says so', async () => {
    const { body, grown } = await take(sent(JSON.stringify(JSON.stringify([row({ id: 801 })]))))
    expect(isInvalid(body)).toBe(true)
    expect(body).toContain('序列化了两次')
    expect(grown).toBe(0)
  })

  it.each<[string, string]>([
    ['a prototype', '[{"id":901,"statisticsDate":"2022-04-02","__proto__":{"aliUv":1}}]'],
    ['a constructor', '[{"id":901,"statisticsDate":"2022-04-02","constructor":1}]'],
    ['10,000 nested brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['a column twice', '[{"id":901,"statisticsDate":"2022-04-02","aliUv":1,"aliUv":2}]'],
    ['a lone surrogate', '[{"id":901,"statisticsDate":"2022-04-02","storeName":"\\ud800"}]'],
    ['NaN', '[{"id":901,"statisticsDate":"2022-04-02","aliUv":NaN}]'],
    ['1e400', '[{"id":901,"statisticsDate":"2022-04-02","aliUv":1e400}]'],
    ['a trailing comma', '[{"id":901,"statisticsDate":"2022-04-02","aliUv":1},]'],
  ])('9: %s is refused, and the next call is served', async (_what, data) => {
    const { body, grown } = await take(sent(data))
    expect(isInvalid(body)).toBe(true)
    expect(grown).toBe(0)
    expect(await call(server().url, sent('[]'))).toContain(success)
  })

  it('9: the same hidden in more than 64 KiB is refused alike', async () => {
    const good = Array.from({ length: 1000 }, (_, at) => JSON.stringify(row({ id: 90_000 + at })))
    const { body, grown } = await take(sent(`[${good.join(',')},{"id":1,"aliUv":1e400}]`))
    expect(isInvalid(body)).toBe(true)
    expect(body).toContain('第1001行 aliUv')
    expect(grown).toBe(0)
  })

  it('10: an unknown measure is kept, and is in the dictionary as unconfirmed', async () => {
    expect((await take(rows({ id: 1001, fcVipTcSend: 7 }))).body).toContain(success)
    const kept = (await statOf('3/1001')).measures.find(({ name }) => name === 'fcVipTcSend')
    expect(kept).toMatchObject({ value: '7', confidence: 'unconfirmed' })
    const listed = await read(async (db) => (await Dictionary.read(db)).all())
    expect(listed.filter(({ name }) => name === 'fcVipTcSend')).toMatchObject([
      { side: 'fc', bucket: 'VipT', unit: 'times', confidence: 'unconfirmed' },
    ])
  })

  describe('the other answers of the page', () => {
    const code = (name: string) => `"code":"${name}"`

    it('refuses an unknown type', async () => {
      for (const type of [0, 4]) expect(isInvalid((await take(sent('[]', type))).body)).toBe(true)
    })

    it('refuses a call without session and with an expired one', async () => {
      const { session: _, ...open } = statistics
      expect((await take(open)).body).toContain('"code":26')
      expect((await take({ ...statistics, session: SESSION.replace(/1$/, '3') })).body).toContain(
        '"code":27',
      )
    })

    it('declines a subject that is exclusive to another caller', async () => {
      const { body, grown } = await take(rows({ id: 1 }, { id: 2, store_id: 999 }))
      expect(body).toContain(code('SUBJECT_CONFLICT'))
      expect(body).toContain('"success":"false"')
      expect(grown).toBe(0)
    })

    it('takes the rows of a lenient app as its own', async () => {
      const lenient = { key: '10000009', secret: 'sandbox00000000000000000000000009' }
      const theirs = { ...rows({ id: 5001 }), session: SESSION.replace(/1$/, '9') }
      const body = await call(server().url, theirs, lenient)
      expect(body).toContain(success)
      expect((await statOf('3/5001')).partner).toBe('HOUSE_L')
    })
  })
})
