import { formatBeijing } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { refusalOf } from '../testing/refusal-of.ts'
import { goodParameters, NOW_MS, testGateway } from '../testing/test-gateway.ts'
import { checkTime } from './check-time.ts'

const sandbox = testGateway().gateway
const production = testGateway({ sandbox: false }).gateway

function check(timestamp: string, gateway = sandbox) {
  checkTime(goodParameters({ timestamp }), gateway, NOW_MS)
}

const refusal = (timestamp: string, gateway = sandbox) => refusalOf(() => check(timestamp, gateway))

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

describe('the timestamp', () => {
  it.each([0, 600_000, -600_000])('%d ms off is accepted', (offMs) => {
    check(formatBeijing(NOW_MS + offMs))
    check(String(NOW_MS + offMs))
  })

  it.each([600_001, -600_001])('%d ms off is refused with 31', async (offMs) => {
    expect((await refusal(String(NOW_MS + offMs))).name).toBe('invalid-timestamp')
  })

  it.each([601_000, -601_000])('%d ms off is refused with 31 as Beijing time', async (offMs) => {
    expect((await refusal(formatBeijing(NOW_MS + offMs))).name).toBe('invalid-timestamp')
  })

  it('missing or empty is 30', async () => {
    expect((await refusal('')).name).toBe('missing-timestamp')
    const none = await refusalOf(() => checkTime(new Map(), sandbox, NOW_MS))
    expect(none.name).toBe('missing-timestamp')
  })
})

describe('the text of 31 in a sandbox', () => {
  const offBy = async (offMs: number) =>
    (await refusal(formatBeijing(NOW_MS + offMs))).detail.subMsg

  it.each([
    [-8 * HOUR_MS, 'timestamp 比北京时间慢 8 小时，请用 GMT+8'],
    [-8 * HOUR_MS - 600_000, 'timestamp 比北京时间慢 8 小时，请用 GMT+8'],
    [-8 * HOUR_MS + 600_000, 'timestamp 比北京时间慢 8 小时，请用 GMT+8'],
    [HOUR_MS, 'timestamp 比北京时间快 1 小时，请用 GMT+8'],
    [-14 * HOUR_MS, 'timestamp 比北京时间慢 14 小时，请用 GMT+8'],
  ])('names a wrong zone: %d ms', async (offMs, says) => {
    expect(await offBy(offMs)).toBe(says)
  })

  it.each([
    [-11 * MINUTE_MS, 'timestamp 比北京时间慢 11 分钟，请校准时钟后用当前北京时间'],
    [11 * MINUTE_MS, 'timestamp 比北京时间快 11 分钟，请校准时钟后用当前北京时间'],
    [8 * HOUR_MS + 601_000, 'timestamp 比北京时间快 8 小时，请校准时钟后用当前北京时间'],
    [HOUR_MS + 30 * MINUTE_MS, 'timestamp 比北京时间快 90 分钟，请校准时钟后用当前北京时间'],
    [-15 * HOUR_MS, 'timestamp 比北京时间慢 15 小时，请校准时钟后用当前北京时间'],
    [-47 * HOUR_MS, 'timestamp 比北京时间慢 47 小时，请校准时钟后用当前北京时间'],
    [-48 * HOUR_MS, 'timestamp 比北京时间慢 2 天，请校准时钟后用当前北京时间'],
    [400 * 24 * HOUR_MS, 'timestamp 比北京时间快 400 天，请校准时钟后用当前北京时间'],
  ])('names a wrong clock: %d ms', async (offMs, says) => {
    expect(await offBy(offMs)).toBe(says)
  })

  it.each([
    ['2026-01-15', /^timestamp 看到的是日期 yyyy-MM-dd/],
    ['1768449600', /^timestamp 看到的是 10 位秒级时间戳/],
    ['now', /^timestamp 格式应为 yyyy-MM-dd HH:mm:ss$/],
  ])('names a wrong form: %j', async (timestamp, says) => {
    expect((await refusal(timestamp)).detail.subMsg).toMatch(says)
  })

  it('does not repeat what was sent', async () => {
    const { detail } = await refusal('alice'.repeat(1000))
    expect(detail.subMsg).not.toContain('alice')
  })
})

it('tells no cause in production', async () => {
  for (const timestamp of [formatBeijing(NOW_MS - 8 * HOUR_MS), '2026-01-15', 'now']) {
    expect((await refusal(timestamp, production)).detail).toEqual({})
  }
})

describe('the version', () => {
  it.each([
    ['', 'missing-version'],
    ['2', 'invalid-version'],
    ['2.00', 'invalid-version'],
    ['2.0 ', 'invalid-version'],
    ['２.０', 'invalid-version'],
    ['two', 'invalid-version'],
    ['1.0', 'unsupported-version'],
    ['2.1', 'unsupported-version'],
  ])('%j is refused as %s', async (v, name) => {
    const parameters = goodParameters({ v })
    expect((await refusalOf(() => checkTime(parameters, sandbox, NOW_MS))).name).toBe(name)
  })

  it('is looked at after the timestamp', async () => {
    const parameters = goodParameters({ v: 'two', timestamp: 'now' })
    const { name } = await refusalOf(() => checkTime(parameters, sandbox, NOW_MS))
    expect(name).toBe('invalid-timestamp')
  })
})
