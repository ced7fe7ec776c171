import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, startServer } from '@topgate/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCli } from '../index.ts'
import { testTerminal } from '../testing/test-terminal.ts'
import { showKinds } from './show-kinds.ts'

const directory = mkdtempSync(join(tmpdir(), 'topgate-show-'))
const silentLog = { call() {}, report() {}, fatal() {} }

beforeAll(async () => {
  const flags = { port: '0', 'admin-port': '0', 'data-dir': directory }
  const server = await startServer(readConfig(flags, {}), { log: silentLog })
  const url = `${server.url}/router/rest`
  const id = 'channel_user_action_dto.event_id=UNI_9901'
  await run('call', 'alibaba.charity.useraction.sync', '--sample', '--param', id, '--url', url)
  await server.stop()
})

afterAll(() => rmSync(directory, { recursive: true }))

async function run(...args: readonly string[]) {
  const { terminal, output } = testTerminal({ nowMs: Date.now() })
  return { exitCode: await runCli(args, terminal), ...output }
}

const show = (...args: readonly string[]) => run('show', ...args, '--data-dir', directory)

it('shows what is stored, for people and as a JSON array with 64-bit numbers as text', async () => {
  const { exitCode, out } = await show('event', 'UNI_9901')
  expect(exitCode).toBe(0)
  expect(out).toContain('Event UNI_9901 of channel CH_A')
  const { out: json } = await show('event', 'UNI_9901', '--channel', 'CH_A', '--json')
  expect(JSON.parse(json)).toMatchObject([{ action: { activity_id: '12345' } }])
})

it('says what may be wrong when nothing is there, and answers JSON with an empty array', async () => {
  const { exitCode, out, err } = await show('event', 'UNI_9901', '--channel', 'CH_B', '--json')
  expect(exitCode).toBe(1)
  expect(out).toBe('[]\n')
  expect(err).toContain('No event UNI_9901 took effect in the channel CH_B.')
})

it('shows the account of a user without his id', async () => {
  const { exitCode, out } = await show('account', '12345')
  expect(exitCode).toBe(0)
  expect(out).toMatch(
    /^Account u:\S{22}\n {2}status +ACTIVE\n {2}total +0\.1 hours \(6 minutes\)\n/,
  )
  expect(out).toContain('UNI_9901  ACTION  AWARDED')
  expect(out).toMatch(/CH_A +k:\S{22} +u:\S{22} +BOUND/)
  const { exitCode: absent, err } = await show('account', '123')
  expect(absent).toBe(1)
  expect(err).toContain('--channel')
})

it('shows the last calls, all or those that failed', async () => {
  const { out: json } = await show('calls', '--app', '10000001', '--json')
  const [call, ...others] = JSON.parse(json)
  expect(others).toEqual([])
  expect(call).toMatchObject({ method: 'alibaba.charity.useraction.sync', success: true, code: 0 })
  expect((await show('calls')).out).toContain(`${call.request_id}  10000001`)
  expect(await show('calls', '--failed')).toMatchObject({ exitCode: 1, out: '' })
  const { exitCode, err } = await show('calls', '--limit', '0')
  expect(exitCode).toBe(2)
  expect(err).toContain('a number from 1 to 1000')
})

it('asks for the id that a kind is found by', async () => {
  for (const { name, argument } of showKinds) {
    if (argument === undefined) continue
    const { exitCode, err } = await show(name)
    expect(exitCode).toBe(2)
    expect(err).toContain(`missing required argument '${argument.name}'`)
  }
})
