import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, startServer } from '@topgate/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCli } from '../index.ts'
import { testTerminal } from '../testing/test-terminal.ts'

const directory = mkdtempSync(join(tmpdir(), 'topgate-show-flow-'))
const silentLog = { call() {}, report() {}, fatal() {} }
const method = 'alibaba.alihealth.insurance.inst.user.behavior.sync'
const FLOW = '1800001886002007960'

beforeAll(async () => {
  const flags = { port: '0', 'admin-port': '0', 'data-dir': directory }
  const server = await startServer(readConfig(flags, {}), { log: silentLog })
  const url = `${server.url}/router/rest`
  const send = (...more: string[]) => run('call', method, '--sample', '--url', url, ...more)
  await send()
  const refusal = ['UNDERWRITING_REJECT', '2022-02-23 18:50:00'] as const
  await send(
    '--param',
    `param0.behavior_type=${refusal[0]}`,
    '--param',
    `param0.behavior_time=${refusal[1]}`,
  )
  await server.stop()
})

afterAll(() => rmSync(directory, { recursive: true }))

async function run(...args: readonly string[]) {
  const { terminal, output } = testTerminal({ nowMs: Date.now() })
  return { exitCode: await runCli(args, terminal), ...output }
}

const show = (...args: readonly string[]) => run('show', 'flow', ...args, '--data-dir', directory)

it('shows the flow of the sample with all of its digits, its funnel and its ad', async () => {
  const { exitCode, out } = await show(FLOW)
  expect(exitCode).toBe(0)
  expect(out).toContain('Flow 1800001886002007960 of insurer INS_A')
  expect(out).toMatch(/60 +START_UNDERWRITING \(Underwriting starts\) +2022-02-23 18:46:04/)
  expect(out).toMatch(/ad so far +agency 优矩, medium 抖音, ad 1725549616679939/)
  const { out: json } = await show(FLOW, '--json')
  expect(JSON.parse(json)).toMatchObject([{ flow_id: FLOW, status: 'STALLED', origin: 'ISSUED' }])
})

it('shows a refusal for health only when it is asked for', async () => {
  expect((await show(FLOW)).out).toMatch(/status +STALLED\n[\s\S]*withheld/)
  expect((await show(FLOW)).out).not.toContain('REJECT')
  expect((await show(FLOW, '--rejections')).out).toMatch(
    /status +REJECTED\n[\s\S]*UNDERWRITING_REJECT/,
  )
})

it('says what may be wrong when there is no such flow', async () => {
  const { exitCode, err } = await show('1800001886002008064', '--insurer', 'INS_A')
  expect(exitCode).toBe(1)
  expect(err).toContain('the flow 1800001886002008064 of the insurer INS_A')
  expect(err).toContain('Check every digit')
})

it.each(['0', '01', '1.5', '1e18', '9223372036854775808', 'abc'])(
  'refuses %s as a flow',
  async (id) => {
    const { exitCode, err } = await show(id)
    expect(exitCode).toBe(2)
    expect(err).toContain('a flow_id is a whole number from 1 to 9223372036854775807')
  },
)
