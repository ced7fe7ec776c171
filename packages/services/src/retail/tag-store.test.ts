import { hash } from 'node:crypto'
import { bytes, int, nullable, type SchemaDatabase, text } from '@topgate/storage'
import { eachDatabase, followUntil } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { extParam, retailFixtures, sampleTag, tagCall } from '../testing/sample-tag.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { appB, nowMs } from '../testing/write-call.ts'
import { seedRetail } from './seed.ts'
import { retailLookupsMigration, retailMigration, retailTagEvent } from './tables.ts'
import { extParamContext, membersContext } from './tag-store.ts'
import { addUserTag } from './taobao.retail.user.tag.mobile.add.ts'

function sandbox(db: SchemaDatabase) {
  return testPlatform(db, [retailMigration, retailLookupsMigration], addUserTag, (tx) =>
    seedRetail(tx, testVault, retailFixtures, 'keep'),
  )
}

const tagged = {
  kind: 'answered',
  effect: 'new',
  answer: { module: { tag_success: true, social_nick: 't*********3', use_type: 'alipayId' } },
}

const success = { answer: { module: { tag_success: true } } }

function codes(...codes: string[]) {
  return codes.map((sub_error_code) => ({ answer: { error_infos: [{ sub_error_code }] } }))
}

eachDatabase('the marks of a business source', (open, dialect) => {
  it('keep what the sample says and who was meant, readable to nobody', async () => {
    const { db, run } = await sandbox(await open())
    const call = tagCall({
      isv_user_id: 'u-1001',
      alipay_user_id: '2088123412345678',
      ext_param: extParam({ mobile: 13800138000n, eventTime: '2022-04-01 00:00:00' }),
    })
    expect(await run(call)).toMatchObject([tagged])
    const [row] = await followUntil(db, retailTagEvent, 1)
    expect(row).toMatchObject({
      id: call.id,
      app_key: '10000001',
      biz_code: 'BIZ_A',
      user_tag: testVault.tag('taobao_user', '2201234567890'),
      tag_code: 'DEFAULT',
      use_type: 'alipayId',
      event_ms: Date.UTC(2022, 2, 31, 16),
      flags: 'MOBILE_AS_NUMBER',
      processed_ms: nowMs,
    })
    const sealed = row?.ext_param ?? new Uint8Array()
    expect(testVault.open(extParamContext(call.id), sealed)).toBe(call.request.ext_param?.text)
    await expectNowhere(db, ['2088123412345678', '13800138000', '2201234567890', 'u-1001'])
    await expectNowhere(db, ['tb_sandbox_3', 'AAEsandboxopenid', hash('md5', '13800138000')])
  })

  it('find a user by every identifier, and nobody by a foreign or contradicting one', async () => {
    const { run } = await sandbox(await open())
    const found = await run(
      tagCall({ open_id: 'AAEsandboxopenid00000000000001' }),
      tagCall({ ext_param: extParam({ mobile: '+86 138-0013-8000' }) }),
      tagCall({ ext_param: extParam({ mobileSha256: hash('sha256', '13800138000') }) }),
      tagCall({ isv_user_id: 'u-1001' }),
      tagCall({ isv_user_id: '13800138000', biz_code: 'STORE_HZ01' }),
      tagCall({ biz_code: 'BIZ_B', alipay_user_id: '2088123412345678' }, { app: appB }),
    )
    expect(found).toMatchObject(
      ['tbId', 'mobile', 'mobile', 'isvUserId', 'mobile', 'alipayId'].map((use_type) => ({
        answer: { module: { tag_success: true, social_nick: 't*********3', use_type } },
      })),
    )
    const declined = await run(
      tagCall({ open_id: 'AAEsandboxopenid00000000000002' }),
      tagCall({ alipay_user_id: '2088000000000000' }),
      tagCall({
        alipay_user_id: '2088123412345678',
        ext_param: extParam({ mobile: '13800138001' }),
      }),
      tagCall({ ext_param: extParam({ mobile: '13800138005' }) }),
      tagCall({ alipay_user_id: '2088000000000004' }),
    )
    expect(declined).toMatchObject(
      codes(
        'NOT_FIND_TAOBAO_ACCOUNT',
        'NOT_FIND_TAOBAO_ACCOUNT',
        'IDENTITY_CONFLICT',
        'MULTI_ACCOUNT',
        'USER_REFUSED',
      ),
    )
  })

  it('are one row however often they are set, with an event for each time', async () => {
    const { db, run, clock } = await sandbox(await open())
    expect(await run(sampleTag(), sampleTag())).toMatchObject([tagged, tagged])
    clock.ms += 1000
    expect(await run(sampleTag())).toMatchObject([tagged])
    expect(await marksIn(db)).toEqual([
      {
        first_ms: nowMs,
        last_ms: nowMs + 1000,
        expire_ms: nowMs + 1000 + 395 * 86_400_000,
        count: 3,
      },
    ])
    expect(await followUntil(db, retailTagEvent, 3)).toHaveLength(3)
  })

  it('are not set again by the same signature, which gets the first answer', async () => {
    const { db, run } = await sandbox(await open())
    const signature = 'd'.repeat(64)
    const [first] = await run(sampleTag({ signature }))
    const again = await run(
      sampleTag({ signature }),
      sampleTag({ signature, boundaries: 'elsewhere' }),
    )
    expect(again).toMatchObject([
      { kind: 'answered', effect: 'none' },
      { kind: 'refused', refusal: 'signature-collision' },
    ])
    expect(again[0]).toHaveProperty('answer', first?.kind === 'answered' && first.answer)
    expect(await marksIn(db)).toMatchObject([{ count: 1 }])
  })

  it('are not remembered when declined', async () => {
    const { db, run } = await sandbox(await open())
    await run(tagCall({ alipay_user_id: '2088000000000000' }), tagCall({ biz_code: 'NOPE' }))
    expect(await marksIn(db)).toEqual([])
  })

  it('are kept longer by a later call, never shorter', async () => {
    const { db, run } = await sandbox(await open())
    await run(sampleTag())
    const expireTime = '2022-05-01 00:00:00'
    await run(tagCall({ alipay_user_id: '2088123412345678', ext_param: extParam({ expireTime }) }))
    expect(await marksIn(db)).toMatchObject([{ expire_ms: nowMs + 395 * 86_400_000, count: 2 }])
  })

  it('bind the own id of a source, which then finds the user alone, and the newest says whom', async () => {
    const { run } = await sandbox(await open())
    const [own, others] = ['2088123412345678', '2088123412345679']
    await run(tagCall({ isv_user_id: 'card 7', alipay_user_id: own }))
    const alone = () => tagCall({ isv_user_id: 'card 7' })
    const nick = (social_nick: string) => ({
      answer: { module: { social_nick, use_type: 'isvUserId' } },
    })
    expect(await run(alone())).toMatchObject([nick('t*********3')])
    const rebind = tagCall({ isv_user_id: 'card 7', alipay_user_id: others })
    expect((await run(rebind, alone()))[1]).toMatchObject(nick('*********'))
    expect(await run(alone())).toMatchObject([nick('*********')])
    const elsewhere = tagCall({ isv_user_id: 'card 7', biz_code: 'BIZ_CONSENT' })
    expect(await run(elsewhere)).toMatchObject(codes('NOT_FIND_TAOBAO_ACCOUNT'))
  })

  it('mean nobody by an own id that a source gives to everybody, and note that only so often', async () => {
    const { db, run } = await sandbox(await open())
    const people = ['2088123412345678', '2088123412345679']
    const shared = (n: number) => tagCall({ isv_user_id: 'till 1', alipay_user_id: people[n % 2] })
    await run(...[0, 1, 2, 3, 4].map(shared))
    for (let n = 5; n < 20; n += 1) expect(await run(shared(n))).toMatchObject([success])
    const notes = 'SELECT count(*) AS notes FROM retail_tag_event WHERE bound_isv_tag IS NOT NULL'
    expect(await db.all(notes, [], { notes: int })).toEqual([{ notes: 8 }])
    expect(await run(tagCall({ isv_user_id: 'till 1' }))).toMatchObject(
      codes('NOT_FIND_TAOBAO_ACCOUNT'),
    )
  })

  it('cost a miss the same rows: a line and a count, without an identifier', async () => {
    const { db, run } = await sandbox(await open())
    const unknown = { isv_user_id: 'u-404', alipay_user_id: '2088000000000000' }
    const call = tagCall({ ...unknown, ext_param: extParam({ mobile: '13900000000' }) })
    await run(call, tagCall({ alipay_user_id: '2088000000000003' }))
    const columns = { outcome: text, isv_user_tag: nullable(text), members: nullable(bytes) }
    const [miss, frozen] = await db.all(
      'SELECT outcome, isv_user_tag, members FROM retail_miss ORDER BY id',
      [],
      columns,
    )
    expect(miss).toMatchObject({ outcome: 'NOT_FIND_TAOBAO_ACCOUNT' })
    expect(testVault.open(membersContext(call.id), miss?.members ?? new Uint8Array())).toBe(
      'mobile',
    )
    expect(frozen).toMatchObject({ outcome: 'NOT_FIND_TAOBAO_ACCOUNT' })
    const counts = await db.all('SELECT count FROM retail_miss_count', [], { count: int })
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    await expectNowhere(db, ['2088000000000000', '13900000000', 'u-404'])
  })

  it('are decided anew when a declined call is repeated with its signature', async () => {
    const { db, run } = await sandbox(await open())
    const alipay_user_id = '2088000000000005'
    const call = tagCall({ alipay_user_id })
    expect(await run(call)).toMatchObject(codes('NOT_FIND_TAOBAO_ACCOUNT'))
    const user = { taobao_user_id: '55', nick: 'come late', alipay_user_id }
    await db.transaction((tx) =>
      seedRetail(tx, testVault, { sources: [], tags: [], users: [user] }, 'keep'),
    )
    expect(await run(call)).toMatchObject([{ answer: { module: { social_nick: 'c*********e' } } }])
  })

  if (dialect === 'postgres') {
    it('are one row when two nodes set them at once', async () => {
      const nodes = [await sandbox(await open('shared')), await sandbox(await open('shared'))]
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, at) => nodes[at % 2]?.run(sampleTag(), sampleTag()) ?? []),
      )
      expect(outcomes.flat()).toMatchObject(Array(20).fill(tagged))
      expect(await marksIn(nodes[0]?.db)).toMatchObject([{ count: 20 }])
    })
  }
})

async function marksIn(db: SchemaDatabase | undefined) {
  const columns = { first_ms: int, last_ms: int, expire_ms: int, count: int }
  return db?.all('SELECT first_ms, last_ms, expire_ms, count FROM retail_user_tag', [], columns)
}

/** Looks at every text of every table that a call or a fixture wrote. */
async function expectNowhere(db: SchemaDatabase, secrets: readonly string[]): Promise<void> {
  const columns = { a: text, b: text, c: text, d: text }
  const rows = [
    ...(await db.all(
      "SELECT identity_tag AS a, user_tag AS b, kind AS c, '' AS d FROM retail_identity",
      [],
      columns,
    )),
    ...(await db.all(
      'SELECT user_tag AS a, isv_user_tag AS b, social_nick AS c, flags AS d FROM retail_tag_event',
      [],
      columns,
    )),
    ...(await db.all(
      "SELECT user_tag AS a, status AS b, '' AS c, '' AS d FROM retail_account",
      [],
      columns,
    )),
  ]
  expect(rows.length).toBeGreaterThan(secrets.length)
  const texts = rows.flatMap((row) => Object.values(row))
  for (const secret of secrets) expect(texts.filter((found) => found.includes(secret))).toEqual([])
}
