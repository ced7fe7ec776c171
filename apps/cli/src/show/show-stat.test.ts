import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, startServer } from '@topgate/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCli } from '../index.ts'
import { testTerminal } from '../testing/test-terminal.ts'

const directory = mkdtempSync(join(tmpdir(), 'topgate-show-stat-'))
const silentLog = { call() {}, report() {}, fatal() {} }
const method = 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow'

beforeAll(async () => {
  const flags = { port: '0', 'admin-port': '0', 'data-dir': directory }
  const server = await startServer(readConfig(flags, {}), { log: silentLog })
  const url = `${server.url}/router/rest`
  const newer =
    '[{"id":64,"store_id":3,"statisticsDate":"2022-04-02","businessType":1,"fcVipTcSend":7,"updateTime":"2022-04-01 00:00:00"}]'
  await run('call', method, '--sample', '--url', url)
  await run('call', method, '--sample', '--url', url, '--param', `req.data=${newer}`)
  await server.stop()
})

afterAll(() => rmSync(directory, { recursive: true }))

async function run(...args: readonly string[]) {
  const { terminal, output } = testTerminal({ nowMs: Date.now() })
  return { exitCode: await runCli(args, terminal), ...output }
}

const show = (...args: readonly string[]) => run('show', ...args, '--data-dir', directory)

it('shows the day of a broker with label beside raw name, versions and sums', async () => {
  const { exitCode, out } = await show('stat', '3/64')
  expect(exitCode).toBe(0)
  expect(out).toContain('broker 3/64 of HOUSE_A on 2022-04-02')
  expect(out).toMatch(/the day +RESTATED: 1 of at least 1 subjects/)
  expect(out).toMatch(/fcVipTcSend +7 +房产渠道VipT发送次数 +unconfirmed +7 +7/)
  expect(out).toMatch(/aliUv +1 +-> +-/)
  expect(out).toMatch(/ 1 {2}updated 2022-03-31 21:23:12, received/)
})

it('shows the same as JSON, for one day', async () => {
  const { out } = await show('stat', '3/64', '--day', '2022-04-02', '--type', '1', '--json')
  expect(JSON.parse(out)).toMatchObject([
    { partner: 'HOUSE_A', type: '1', versions: [{ version: 2 }, { version: 1 }] },
  ])
})

it('says what may be wrong when there are none', async () => {
  const { exitCode, err } = await show('stat', '3/64', '--day', '2022-04-01')
  expect(exitCode).toBe(1)
  expect(err).toContain('No statistics of the subject 3/64 for 2022-04-01')
})

it.each([
  [['--day', '2022-02-30'], '--day 2022-02-30'],
  [['--type', '4'], '--type 4'],
])('refuses %j as usage', async (options, message) => {
  const { exitCode, err } = await show('stat', '3/64', ...options)
  expect(exitCode).toBe(2)
  expect(err).toContain(message)
})

it('shows the dictionary with what a partner added as unconfirmed', async () => {
  const { out } = await show('measures')
  expect(out).toMatch(/aliDayTcSend +阿里侧当日发送次数 +times +ali +DayT +inferred +0/)
  expect(out).toMatch(/fcVipTcSend +房产渠道VipT发送次数 +times +fc +VipT +unconfirmed +1/)
})
