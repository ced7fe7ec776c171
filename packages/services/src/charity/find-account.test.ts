import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { actionCall, NOW_MS, openPlatform, plainAction, vault } from './charity-testing.ts'
import { findAccount } from './find-account.ts'

const USER = plainAction.tb_user_id?.toString() ?? ''

eachDatabase('findAccount', (open) => {
  it('shows totals, lines newest first, registrations and bindings of a user', async () => {
    const { db, send } = await openPlatform(await open())
    await send(
      actionCall(plainAction),
      actionCall({ ...plainAction, event_id: 'P2' }, { received_ms: NOW_MS + 1 }),
    )
    const report = await findAccount(db, vault, { id: USER })
    expect(report).toMatchObject({
      minutes: 12,
      charity_hours: '0.2',
      status: 'ACTIVE',
      lines: [
        { event_id: 'P2', channel: 'CH_A', minutes: 6, received_ms: NOW_MS + 1 },
        { event_id: 'PLAIN_1', kind: 'ACTION', status: 'AWARDED' },
      ],
      lines_left_out: false,
    })
    expect(JSON.stringify(report, (_name, value) => String(value))).not.toContain(USER)
    expect(await findAccount(db, vault, { id: report?.account ?? '' })).toEqual(report)
    expect(await findAccount(db, vault, { id: '700' })).toMatchObject({
      registrations: [
        { activity_id: 5n, status: 'REGISTERED', at_ms: NOW_MS },
        { activity_id: 12346n, status: 'REGISTERED', at_ms: NOW_MS },
      ],
    })
  })

  it('shows the newest 100 lines and says that there are more', async () => {
    const { db, send } = await openPlatform(await open())
    const events = Array.from({ length: 101 }, (_, number) => `E${number}`)
    await send(...events.map((event_id) => actionCall({ ...plainAction, event_id })))
    const report = await findAccount(db, vault, { id: USER })
    expect(report?.lines.map(({ event_id }) => event_id)).toEqual(events.slice(1).reverse())
    expect(report).toMatchObject({ minutes: 606, lines_left_out: true })
  })

  it('shows what a third-party key holds until it is bound, and then where it went', async () => {
    const { db, send, bind } = await openPlatform(await open())
    const byKey = { ...plainAction, tb_user_id: undefined, third_user_key: 'k' }
    await send(actionCall(byKey))
    const key = { id: 'k', channel: 'CH_A' }
    const pending = await findAccount(db, vault, key)
    expect(pending).toMatchObject({ minutes: 6, status: 'PENDING', bindings: [] })
    await bind('k', 5n)
    const binding = {
      channel: 'CH_A',
      key_account: pending?.account,
      status: 'BOUND',
      pending_minutes: 0,
    }
    expect(await findAccount(db, vault, key)).toMatchObject({ minutes: 0, bindings: [binding] })
    const user = await findAccount(db, vault, { id: '5' })
    expect(user).toMatchObject({ minutes: 6, status: 'UNLISTED', bindings: [binding] })
    expect(user?.bindings[0]?.user_account).toBe(user?.account)
    expect(user?.lines).toMatchObject([{ kind: 'MOVE', minutes: 6, request_id: '' }])
  })

  it('finds nothing for an account that nothing happened to, and for what names none', async () => {
    const { db } = await openPlatform(await open())
    for (const id of ['987654', '', 'abc', '-1', '9223372036854775808', 'u:short']) {
      expect(await findAccount(db, vault, { id })).toBeUndefined()
    }
    expect(await findAccount(db, vault, { id: '123', channel: 'CH_B' })).toBeUndefined()
  })
})
