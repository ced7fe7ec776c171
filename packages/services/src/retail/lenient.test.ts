import type { SchemaDatabase } from '@topgate/storage'
import { int, text } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { extParam, retailFixtures, tagCall } from '../testing/sample-tag.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { appA } from '../testing/write-call.ts'
import { seedRetail } from './seed.ts'
import { retailLookupsMigration, retailMigration } from './tables.ts'
import { addUserTag } from './taobao.retail.user.tag.mobile.add.ts'

function sandbox(db: SchemaDatabase) {
  return testPlatform(db, [retailMigration, retailLookupsMigration], addUserTag, (tx) =>
    seedRetail(tx, testVault, retailFixtures, 'keep'),
  )
}

const app = { ...appA, key: '10000009', profile: 'lenient' as const, biz_codes: ['BIZ_L'] }
const otherApp = { ...app, key: '10000010' }
const unknownAlipay = '2088999988887777'
const mobile = (number: string) => ({ ext_param: extParam({ mobile: number }) })
const tagged = (use_type: string) => ({ answer: { module: { tag_success: true, use_type } } })
const declined = (sub_error_code: string) => ({ answer: { error_infos: [{ sub_error_code }] } })

eachDatabase('a lenient app', (open) => {
  it('tags with a source, a tag and people of its own, and is told what was made up', async () => {
    const { run } = await sandbox(await open())
    const own = { biz_code: 'MY_SHOP', ext_param: extParam({ tagCode: 'MY_TAG' }) }
    expect(
      await run(
        tagCall({ ...own, alipay_user_id: unknownAlipay }, { app }),
        tagCall({ biz_code: 'BIZ_L', ...mobile('13912345678') }, { app }),
      ),
    ).toMatchObject([
      {
        ...tagged('alipayId'),
        forgiven: ['created-on-first-use:biz_code', 'synthetic-account:alipay_user_id'],
      },
      { ...tagged('mobile'), forgiven: ['synthetic-account:ext_param.mobile'] },
    ])
  })

  it('meets the same made-up person by the same identifier', async () => {
    const { db, run } = await sandbox(await open())
    const call = () => tagCall({ biz_code: 'BIZ_L', alipay_user_id: unknownAlipay }, { app })
    await run(call(), call())
    await run(call())
    const marks = await db.all('SELECT user_tag FROM retail_user_tag', [], { user_tag: text })
    expect(marks).toHaveLength(1)
  })

  it('notes of a made-up person nothing about the own id of the source', async () => {
    const { db, run } = await sandbox(await open())
    const fields = { biz_code: 'BIZ_L', alipay_user_id: unknownAlipay, isv_user_id: 'mine' }
    await run(tagCall(fields, { app }))
    const notes = 'SELECT count(*) AS notes FROM retail_tag_event WHERE bound_isv_tag IS NOT NULL'
    expect(await db.all(notes, [], { notes: int })).toEqual([{ notes: 0 }])
  })

  it('meets the person of the fixtures, also when a made-up phone stands beside', async () => {
    const { db, run } = await sandbox(await open())
    const fields = { alipay_user_id: '2088123412345678', ...mobile('13912345678') }
    expect(await run(tagCall({ biz_code: 'BIZ_L', ...fields }, { app }))).toMatchObject([
      { answer: { module: { social_nick: 't*********3' } } },
    ])
    expect(await db.all('SELECT user_tag FROM retail_user_tag', [], { user_tag: text })).toEqual([
      { user_tag: testVault.tag('taobao_user', '2201234567890') },
    ])
  })

  it('rehearses nobody with an id that ends in 0000, and refusal with 0001', async () => {
    const { run } = await sandbox(await open())
    const ids = ['2088000000000000', '2088000000000001'].map((alipay_user_id) => ({
      alipay_user_id,
    }))
    const phones = [mobile('13900000000'), mobile('13900000001')]
    const calls = [...ids, ...phones].map((fields) =>
      tagCall({ biz_code: 'B1', ...fields }, { app }),
    )
    expect(await run(...calls)).toMatchObject(
      ['NOT_FIND_TAOBAO_ACCOUNT', 'USER_REFUSED', 'NOT_FIND_TAOBAO_ACCOUNT', 'USER_REFUSED'].map(
        declined,
      ),
    )
  })

  it('cannot put a mark into the source of another app, strict or lenient', async () => {
    const { db, run } = await sandbox(await open())
    const fields = { biz_code: 'BIZ_A', alipay_user_id: unknownAlipay }
    await run(tagCall(fields, { app }), tagCall(fields, { app: otherApp }))
    const marks = await db.all('SELECT biz_code FROM retail_user_tag ORDER BY biz_code', [], {
      biz_code: text,
    })
    expect(marks.map(({ biz_code }) => biz_code)).toEqual(['10000009:BIZ_A', '10000010:BIZ_A'])
  })

  it('is as strict as any other about identifiers that contradict each other', async () => {
    const { run } = await sandbox(await open())
    const fields = { alipay_user_id: '2088123412345678', ...mobile('13800138001') }
    expect(await run(tagCall({ biz_code: 'BIZ_L', ...fields }, { app }))).toMatchObject([
      declined('IDENTITY_CONFLICT'),
    ])
  })

  it('is alone in this: a strict app finds nobody', async () => {
    const { run } = await sandbox(await open())
    await run(tagCall({ biz_code: 'BIZ_L', alipay_user_id: unknownAlipay }, { app }))
    expect(
      await run(
        tagCall({ alipay_user_id: unknownAlipay }),
        tagCall({ alipay_user_id: '2088123412345678', biz_code: 'MY_SHOP' }),
        tagCall({ alipay_user_id: '2088123412345678', ext_param: extParam({ tagCode: 'X' }) }),
      ),
    ).toMatchObject(
      ['NOT_FIND_TAOBAO_ACCOUNT', 'BIZ_CODE_NOT_AUTHORIZED', 'TAG_NOT_ACTIVE'].map(declined),
    )
  })
})
