import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogue } from '@topgate/contracts'
import { expect, it, onTestFinished } from 'vitest'
import { runCli } from './index.ts'
import { showKinds } from './show/show-kinds.ts'
import { testTerminal } from './testing/test-terminal.ts'

async function run(...args: readonly string[]) {
  const { terminal, output } = testTerminal()
  return { exitCode: await runCli(args, terminal), ...output }
}

it.each([
  'start',
  'call',
  'sign',
  'show',
  ...showKinds.map(({ name }) => `show ${name}`),
  'apis',
  ...['app', 'app list', 'app create', 'app set', 'app rotate', 'app grant', 'app disable'],
  ...['session', 'session create', 'session revoke', 'load'],
  '',
])('has help with examples for `topgate %s`', async (command) => {
  const { exitCode, out } = await run(...command.split(' ').filter(Boolean), '--help')
  expect(exitCode).toBe(0)
  expect(out).toContain('Examples:')
})

it('prints its version', async () => {
  expect(await run('--version')).toMatchObject({ exitCode: 0, err: '' })
})

it('asks for a command with the status 2', async () => {
  const { exitCode, err } = await run()
  expect(exitCode).toBe(2)
  expect(err).toContain('Commands:')
})

it('suggests the command that was meant', async () => {
  const { exitCode, err } = await run('shwo')
  expect(exitCode).toBe(2)
  expect(err).toContain('Did you mean show?')
})

it('lists every API', async () => {
  const { out } = await run('apis')
  const { out: json } = await run('apis', '--json')
  const methods = catalogue.map(({ method }) => method)
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(methods)
  expect(JSON.parse(json).map(({ method }: { method: string }) => method)).toEqual(methods)
})

it('tells bad settings of the server in words alone', async () => {
  const { exitCode, err } = await run('start', '--port', '99999')
  expect(exitCode).toBe(2)
  expect(err).toMatch(/^Bad settings:\n {2}--port=99999: must be a port number.*\n$/)
})

it.each([['start'], ['app', 'list'], ['app', 'create'], ['show', 'calls']])(
  'tells in words that the database does not answer: %s %s',
  async (...args) => {
    const url = ['--database-url', 'postgres://127.0.0.1:1/none']
    const { exitCode, out, err } = await run(...args.filter(Boolean), ...url)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toMatch(/^The database cannot be used: .*ECONNREFUSED.*--database-url/)
  },
)

it.each([['start'], ['app', 'list'], ['app', 'create']])(
  'tells in words that the database is damaged: %s %s',
  async (...args) => {
    const home = mkdtempSync(join(tmpdir(), 'topgate-cli-'))
    onTestFinished(() => rmSync(home, { recursive: true }))
    writeFileSync(join(home, 'topgate.db'), 'not a database '.repeat(1000))
    const { exitCode, err } = await run(...args.filter(Boolean), '--data-dir', home)
    expect(err).toMatch(/^The database cannot be used: .*NOTADB.* restore a backup/)
    expect(exitCode).toBe(2)
  },
)

it('says where to look when there is no store to show events of', async () => {
  const { exitCode, err } = await run('show', 'event', 'E1', '--data-dir', '/nonexistent')
  expect(exitCode).toBe(2)
  expect(err).toContain('--data-dir')
})
