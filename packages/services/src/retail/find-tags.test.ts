import type { SchemaDatabase } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { extParam, retailFixtures, sampleTag, tagCall } from '../testing/sample-tag.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { appA, nowMs } from '../testing/write-call.ts'
import { findTags } from './find-tags.ts'
import { seedRetail } from './seed.ts'
import { retailLookupsMigration, retailMigration } from './tables.ts'
import { addUserTag } from './taobao.retail.user.tag.mobile.add.ts'

function sandbox(db: SchemaDatabase) {
  return testPlatform(db, [retailMigration, retailLookupsMigration], addUserTag, (tx) =>
    seedRetail(tx, testVault, retailFixtures, 'keep'),
  )
}

const DAY_MS = 24 * 60 * 60_000

eachDatabase('the report of the tags of a user', (open) => {
  it('tells marks and what the user is found by, and shows nobody', async () => {
    const { db, run, clock } = await sandbox(await open())
    await run(sampleTag())
    clock.ms += 1000
    await run(sampleTag())
    const reports = await findTags(db, testVault, '2201234567890', nowMs)
    expect(reports).toEqual([
      {
        user: {
          user_tag: testVault.tag('taobao_user', '2201234567890'),
          taobao_user_id: '2201****7890',
          nick: 't*********3',
          status: 'ACTIVE',
          refused: false,
          identifiers: [
            'alipay_user_id',
            'isv_user_id',
            'mobile',
            'mobile_md5',
            'mobile_sha256',
            'open_id',
          ].map((kind) => ({ kind, is_primary: false, verified_ms: null })),
        },
        marks: [
          {
            biz_code: 'BIZ_A',
            purpose: '',
            tag_code: 'DEFAULT',
            tag_name: '',
            status: 'ACTIVE',
            first_ms: nowMs,
            last_ms: nowMs + 1000,
            expire_ms: nowMs + 1000 + 395 * DAY_MS,
            removed_ms: null,
            count: 2,
          },
        ],
      },
    ])
    const text = JSON.stringify(reports)
    for (const secret of [
      '13800138000',
      '2088123412345678',
      '2201234567890',
      'u-1001',
      'sandbox',
    ]) {
      expect(text).not.toContain(secret)
    }
  })

  it.each(['2088123412345678', '13800138000', '+86 138-0013-8000', '2201234567890'])(
    'is found by %s',
    async (name) => {
      const { db } = await sandbox(await open())
      expect(await findTags(db, testVault, name, nowMs)).toMatchObject([
        { user: { taobao_user_id: '2201****7890' }, marks: [] },
      ])
    },
  )

  it('tells each account of a shared phone, and nothing of nobody', async () => {
    const { db } = await sandbox(await open())
    expect(await findTags(db, testVault, '13800138005', nowMs)).toHaveLength(2)
    for (const name of ['13900000000', '2088000000000000', '1', '', 'x', '9'.repeat(30)]) {
      expect(await findTags(db, testVault, name, nowMs)).toEqual([])
    }
  })

  it('calls a mark expired from the moment on that it was kept for', async () => {
    const { db, run } = await sandbox(await open())
    const expireTime = '2022-04-03 11:00:00'
    await run(tagCall({ alipay_user_id: '2088123412345678', ext_param: extParam({ expireTime }) }))
    const statusAt = async (ms: number) =>
      (await findTags(db, testVault, '2088123412345678', ms))[0]?.marks[0]?.status
    expect(await statusAt(nowMs + 3600_000 - 1)).toBe('ACTIVE')
    expect(await statusAt(nowMs + 3600_000)).toBe('EXPIRED')
  })

  it('shows whom a lenient app made up, by the identifier that it sent', async () => {
    const { db, run } = await sandbox(await open())
    const app = { ...appA, key: '10000009', profile: 'lenient' as const }
    await run(tagCall({ biz_code: 'MINE', alipay_user_id: '2088999988887777' }, { app }))
    expect(await findTags(db, testVault, '2088999988887777', nowMs)).toMatchObject([
      {
        user: { status: 'SYNTHETIC', taobao_user_id: null, nick: null },
        marks: [{ biz_code: '10000009:MINE' }],
      },
    ])
  })
})
