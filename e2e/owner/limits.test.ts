import type { AppView, LimitedApi } from '@topgate/server'
import { expect, it, vi } from 'vitest'
import { callAs } from '../testing/call-as.ts'
import { eachOwnerStore, type OwnerStore } from '../testing/owner-store.ts'

type Made = AppView & { secret: string }

const METHOD = 'taobao.time.get'
const ban = {
  code: 7,
  sub_msg: expect.stringMatching(/^This ban will last for [1-9][0-9]* more seconds$/),
}

eachOwnerStore('limits', (store) => {
  it('of an app are set one by one, shown, counted and taken away', async () => {
    const { json, run, server } = store()
    const { app_key, secret } = await json<Made>('app', 'create')
    const flags = ['--per-minute', '100', '--in-flight', '8', '--user-per-second', '3']
    const { limits } = await json<AppView>('app', 'set', app_key, ...flags)
    expect(limits).toEqual({ per_minute: 100, in_flight: 8, per_user: { per_second: 3 } })
    const shown = await run(['app', 'set', app_key, '--per-day', '2'])
    expect(shown.out).toContain('100 a minute, 2 a day, 8 at a time')
    expect(shown.out).toMatch(/of each user +3\/s/)
    const { url } = await server()
    const answer = await refusedBy(store(), () => callAs(url, app_key, secret))
    expect(answer).toMatchObject({
      error_response: { ...ban, sub_code: 'accesscontrol.limited-by-app-access-count' },
    })
    const gone = ['--per-minute', '--in-flight', '--user-per-second', '--per-day']
    const after = await json<AppView>('app', 'set', app_key, ...gone.flatMap((f) => [f, 'none']))
    expect(after.limits).toBeNull()
  })

  it('of one API of an app refuse with their own sub code', async () => {
    const { json, run, server } = store()
    const { app_key, secret } = await json<Made>('app', 'create')
    const set = await json<AppView>('app', 'limit', app_key, METHOD, '--per-day', '1')
    expect(set.limits).toEqual({ per_api: { [METHOD]: { per_day: 1 } } })
    const { url } = await server()
    expect(await refusedBy(store(), () => callAs(url, app_key, secret))).toMatchObject({
      error_response: { ...ban, sub_code: 'accesscontrol.limited-by-app-api-access-count' },
    })
    const bad = await run(['app', 'limit', app_key, 'taobao.time', '--per-day', '1'])
    expect(bad.err).toContain('There is no API "taobao.time"')
    expect((await run(['app', 'limit', app_key, METHOD])).err).toContain('Say what to set')
    const none = await json<AppView>('app', 'limit', app_key, METHOD, '--per-day', 'none')
    expect(none.limits).toBeNull()
  })

  it('of an API over all apps hold for apps without limits too', async () => {
    const { json, run, server } = store()
    const { app_key, secret } = await json<Made>('app', 'create')
    const method = 'taobao.appip.get'
    const flags = ['--per-day', '1', '--user-per-minute', '5']
    const limited = await json<LimitedApi>('api', 'limit', method, ...flags)
    expect(limited.limits).toEqual({ per_day: 1, per_user: { per_minute: 5 } })
    expect(await json('api', 'limits')).toEqual([limited])
    expect((await run(['api', 'limits'])).out).toMatch(/appip.get +1 a day +5 a minute/)
    const { url } = await server()
    expect(await refusedBy(store(), () => callAs(url, app_key, secret, method))).toMatchObject({
      error_response: { ...ban, sub_code: 'accesscontrol.limited-by-api-access-count' },
    })
    const bad = await run(['api', 'limit', method, '--per-day', 'many'])
    expect(bad.exitCode).toBe(1)
    expect(bad.err).toContain('per-day: must be a number from 1 to 1000000000, or none')
    await json('api', 'limit', method, '--per-day', 'none', '--user-per-minute', 'none')
    expect(await json('api', 'limits')).toEqual([])
  })
})

eachOwnerStore('a permission package', (store) => {
  it('is asked for, shown, granted; until then the refusal names it and what to do', async () => {
    const { json, run, server } = store()
    const method = 'alibaba.charity.useraction.sync'
    const { app_key, secret } = await json<Made>('app', 'create', '--no-package')
    const { url } = await server()
    const refusal = async () => {
      const { error_response } = (await callAs(url, app_key, secret, method, '--sample')) as {
        error_response: { code: number; sub_code: string; sub_msg: string }
      }
      return error_response
    }
    expect(await refusal()).toMatchObject({
      code: 11,
      sub_code: 'isv.permission-api-package-empty',
      sub_msg: expect.stringContaining(
        `用户的公益行为与公益时），请申请：topgate app apply ${app_key} charity`,
      ),
    })
    const { requested } = await json<AppView>(
      'app',
      'apply',
      app_key,
      'charity',
      '--reason',
      '读书活动',
    )
    expect(requested).toEqual([
      { package: 'charity', reason: '读书活动', requested_ms: expect.any(Number) },
    ])
    expect((await run(['app', 'list'])).out).toContain('charity?')
    await vi.waitUntil(async () => (await refusal()).sub_code.endsWith('limit'), {
      timeout: 5_000,
      interval: 50,
    })
    expect((await refusal()).sub_msg).toContain(
      `还未批准，请平台批准：topgate app grant ${app_key}`,
    )
    const granted = await json<AppView>('app', 'grant', app_key, 'charity')
    expect(granted).toMatchObject({ packages: [{ package: 'charity' }], requested: [] })
    const again = await run(['app', 'apply', app_key, 'charity'])
    expect(again.err).toContain(`App ${app_key} has the package charity already.`)
    const test = await json<AppView>('app', 'set', app_key, '--group', 'test')
    expect(test.group).toBe('test')
    await vi.waitUntil(async () => (await refusal()).sub_code.endsWith('not-allowed'), {
      timeout: 5_000,
      interval: 50,
    })
  })
})

/** The first answer that is an error; the server may go by older limits for a while. */
async function refusedBy({ lagMs }: OwnerStore, call: () => Promise<object>) {
  return vi.waitUntil(
    async () => {
      const answer = await call()
      return 'error_response' in answer ? answer : undefined
    },
    { timeout: lagMs + 2_000, interval: 20 },
  )
}
