import { requestIdOf } from '@topgate/contracts'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import {
  actionCall,
  NOW_MS,
  onSiteAction,
  openPlatform,
  plainAction,
  vault,
} from './charity-testing.ts'
import { findEvents } from './find-event.ts'

eachDatabase('findEvents', (open) => {
  it('shows the action, its line and the totals of its account, masked', async () => {
    const { db, send } = await openPlatform(await open())
    const call = actionCall({ ...onSiteAction, third_user_key: 'bank-张三-0001' })
    await send(call, actionCall(plainAction))
    const [report, ...others] = await findEvents(db, vault, onSiteAction.event_id)
    expect(others).toEqual([])
    expect(report).toEqual({
      action: {
        request_id: requestIdOf(call.id),
        channel: 'CH_A',
        event_id: onSiteAction.event_id,
        activity_id: 12345n,
        sub_code: 'OFFLINE_SERVICE',
        type: 'OFFLINE_PUBLIC_WELFARE',
        status: 'AWARDED',
        charity_hours: '2.0',
        cap: '',
        flags: [],
        happened_ms: onSiteAction.charity_timestamp,
        received_ms: NOW_MS,
        app_key: '10000001',
        tb_user_id: '2201****7890',
        third_user_key: 'bank****0001',
      },
      ledger: [
        {
          event_id: onSiteAction.event_id,
          kind: 'ACTION',
          account: expect.stringMatching(/^u:/),
          activity_id: 12345n,
          type: 'OFFLINE_PUBLIC_WELFARE',
          year: 2022,
          minutes: 120,
          received_ms: NOW_MS,
        },
      ],
      totals: [
        {
          account: report?.ledger[0]?.account,
          minutes: 126,
          leaves: [
            { year: 2022, type: 'OFFLINE_PUBLIC_WELFARE', activity_id: 12345n, minutes: 120 },
            { year: 2022, type: 'PAN_PUBLIC_WELFARE', activity_id: 12345n, minutes: 6 },
          ],
        },
      ],
    })
  })

  it('follows pending hours to the user that the key was bound to', async () => {
    const { db, send, bind } = await openPlatform(await open())
    const byKey = { ...plainAction, tb_user_id: undefined, third_user_key: 'k' }
    await send(actionCall(byKey), actionCall({ ...byKey, event_id: 'P2', third_user_key: 'k2' }))
    await bind('k', 5n)
    await bind('k2', 6n)
    const [report] = await findEvents(db, vault, 'PLAIN_1', 'CH_A')
    expect(report?.action).toMatchObject({
      status: 'PENDING',
      tb_user_id: null,
      third_user_key: '*',
    })
    expect(report?.ledger.map(({ kind, minutes }) => [kind, minutes]).sort()).toEqual([
      ['ACTION', 6],
      ['MOVE', -6],
      ['MOVE', 6],
    ])
    expect(report?.totals.map(({ minutes }) => minutes)).toEqual([0, 6])
    expect(report?.totals[1]?.account).toMatch(/^u:/)
  })

  it('finds an id in every channel, or in the one that is asked for', async () => {
    const { db, send } = await openPlatform(await open())
    await send(
      actionCall(plainAction),
      actionCall({ ...plainAction, activity_id: 22345n }, { channel: 'CH_B' }),
      actionCall(plainAction, { channel: 'CH_L', profile: 'lenient' }),
    )
    const channelsOf = async (channel?: string) =>
      (await findEvents(db, vault, 'PLAIN_1', channel)).map(({ action }) => action.channel)
    expect(await channelsOf()).toEqual(['CH_A', 'CH_B', 'CH_L'])
    expect(await channelsOf('CH_B')).toEqual(['CH_B'])
    expect(await channelsOf('CH_C')).toEqual([])
  })

  it('finds nothing in an empty ledger, and no other letter case', async () => {
    const { db, send } = await openPlatform(await open())
    expect(await findEvents(db, vault, 'PLAIN_1')).toEqual([])
    await send(actionCall(plainAction))
    expect(await findEvents(db, vault, 'plain_1')).toEqual([])
    expect(await findEvents(db, vault, 'PLAIN_%')).toEqual([])
  })
})
