import type { WriteCall } from '@topgate/engine'
import { int, type SchemaDatabase, text } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { extParam, retailFixtures, tagCall } from '../testing/sample-tag.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { appA, nowMs } from '../testing/write-call.ts'
import { findTags } from './find-tags.ts'
import { type RemoveTagsRequest, removeTags } from './remove-tags.ts'
import { seedRetail } from './seed.ts'
import { retailLookupsMigration, retailMigration } from './tables.ts'
import { addUserTag } from './taobao.retail.user.tag.mobile.add.ts'

function sandbox(db: SchemaDatabase) {
  return testPlatform(
    db,
    [retailMigration, retailLookupsMigration],
    [addUserTag, removeTags],
    (tx) => seedRetail(tx, testVault, retailFixtures, 'keep'),
  )
}

const alipay = '2088123412345678'
const SECOND = 1000
let ids = 0

/** An operator's removal that arrives at `atMs`. */
function removal(request: Partial<RemoveTagsRequest>, atMs = nowMs): WriteCall {
  ids += 1
  return {
    id: BigInt(ids),
    method: removeTags.method,
    app: appA,
    user_tag: null,
    request: { user: alipay, ...request },
    received_ms: atMs,
    deadline_ms: atMs + SECOND,
    signature: '',
    boundaries: '',
  }
}

/** A tag of what happened at that Beijing time of 2022-04-03; `nowMs` is 10:00:00. */
function added(time?: string, members: Record<string, string> = {}) {
  const eventTime = time === undefined ? {} : { eventTime: `2022-04-03 ${time}` }
  return tagCall({ alipay_user_id: alipay, ext_param: extParam({ ...eventTime, ...members }) })
}

const done = (removed: number, accounts = 1) => ({ answer: { accounts, removed } })
const success = { answer: { result: true, module: { tag_success: true } } }
const wasRemoved = {
  answer: {
    result: true,
    module: { tag_success: false },
    error_infos: [{ sub_error_code: 'TAG_REMOVED', outer_error_code: 'TAG_REMOVED' }],
  },
}

async function statuses(db: SchemaDatabase, atMs = nowMs): Promise<string[]> {
  const [report] = await findTags(db, testVault, alipay, atMs)
  return (report?.marks ?? []).map((mark) => `${mark.biz_code} ${mark.tag_code} ${mark.status}`)
}

eachDatabase('the removal of a tag', (open) => {
  it('takes the mark away, and what happened before it cannot bring it back', async () => {
    const { db, run } = await sandbox(await open())
    await run(added('09:00:00'))
    expect(await run(removal({}))).toMatchObject([done(1)])
    expect(await statuses(db)).toEqual(['BIZ_A DEFAULT REMOVED'])
    expect(await run(added('09:30:00'))).toMatchObject([wasRemoved])
    expect(await run(added('10:00:00'))).toMatchObject([wasRemoved])
    expect(await statuses(db)).toEqual(['BIZ_A DEFAULT REMOVED'])
  })

  it('is overtaken by what happened after it', async () => {
    const { db, run } = await sandbox(await open())
    await run(added('09:00:00'))
    await run(removal({}))
    expect(await run(added('10:00:01'))).toMatchObject([success])
    expect(await statuses(db)).toEqual(['BIZ_A DEFAULT ACTIVE'])
  })

  it('leaves a mark that is newer than itself, in whatever order both arrive', async () => {
    const { db, run } = await sandbox(await open())
    await run(added('10:00:00'))
    expect(await run(removal({}, nowMs - SECOND))).toMatchObject([done(1)])
    expect(await statuses(db)).toEqual(['BIZ_A DEFAULT ACTIVE'])
  })

  it('also meets a mark that has not arrived yet', async () => {
    const { db, run } = await sandbox(await open())
    await run(removal({ biz_code: 'BIZ_A', tag_code: 'DEFAULT' }))
    expect(await run(added('09:59:59'))).toMatchObject([wasRemoved])
    expect(await statuses(db)).toEqual(['BIZ_A DEFAULT REMOVED'])
  })

  it('takes one tag, those of one source, or all', async () => {
    const { db, run } = await sandbox(await open())
    const store = tagCall({ biz_code: 'STORE_HZ01', alipay_user_id: alipay }, earlier)
    await run(added('09:00:00'), added('09:00:00', { tagCode: 'NOW' }), store)
    expect(await run(removal({ biz_code: 'BIZ_A', tag_code: 'NOW' }))).toMatchObject([done(1)])
    expect(await run(removal({ biz_code: 'BIZ_A' }))).toMatchObject([done(1)])
    expect(await statuses(db)).toContain('STORE_HZ01 DEFAULT ACTIVE')
    expect(await run(removal({}))).toMatchObject([done(1)])
    expect(await statuses(db)).not.toContainEqual(expect.stringMatching('ACTIVE'))
  })

  it('finds the user by account number and phone too, and leaves several accounts alone', async () => {
    const { run } = await sandbox(await open())
    await run(added('09:00:00'))
    expect(
      await run(
        removal({ user: '2201234567890' }),
        removal({ user: '+86 13800138000' }),
        removal({ user: '13800138005' }),
        removal({ user: '2088000000000000' }),
        removal({ user: 'x' }),
      ),
    ).toMatchObject([done(1), done(1), done(0, 2), done(0, 0), done(0, 0)])
  })

  it('can be for good: who refuses is not tagged any more', async () => {
    const { db, run } = await sandbox(await open())
    await run(added('09:00:00'))
    await run(removal({ refuse: true }))
    expect(await run(added('10:00:01'))).toMatchObject([
      { answer: { error_infos: [{ sub_error_code: 'USER_REFUSED' }] } },
    ])
    expect(await findTags(db, testVault, alipay, nowMs)).toMatchObject([
      { user: { refused: true } },
    ])
  })

  it('leaves a line in the log of effects', async () => {
    const { db, run } = await sandbox(await open())
    await run(added('09:00:00'))
    await run(removal({ biz_code: 'BIZ_A' }))
    const events = await db.all(
      'SELECT kind, biz_code, tag_code, event_ms FROM retail_tag_event ORDER BY kind',
      [],
      { kind: text, biz_code: text, tag_code: text, event_ms: int },
    )
    expect(events).toEqual([
      { kind: 'ADD', biz_code: 'BIZ_A', tag_code: 'DEFAULT', event_ms: nowMs - 3600 * SECOND },
      { kind: 'REMOVE', biz_code: 'BIZ_A', tag_code: '', event_ms: nowMs },
    ])
  })
})

const earlier = { received_ms: nowMs - SECOND }
