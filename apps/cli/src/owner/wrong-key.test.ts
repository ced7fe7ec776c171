import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCli } from '../index.ts'
import { testTerminal } from '../testing/test-terminal.ts'

let directory = ''

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-key-'))
})

afterEach(() => rmSync(directory, { recursive: true }))

async function run(...args: readonly string[]) {
  const { terminal, output } = testTerminal()
  const where = ['--data-dir', join(directory, 'data')]
  return { exitCode: await runCli([...args, ...where], terminal), ...output }
}

it('neither reads nor writes with a master key that is not that of the store', async () => {
  const keyFile = join(directory, 'key')
  writeFileSync(keyFile, 'ab'.repeat(32))
  chmodSync(keyFile, 0o600)
  const production = ['--mode', 'production', '--master-key-file', keyFile]
  expect(await run('app', 'create', ...production)).toMatchObject({ exitCode: 0 })
  for (const command of [
    ['app', 'create'],
    ['app', 'list'],
    ['show', 'audit'],
  ]) {
    const { exitCode, out, err } = await run(...command)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain('--master-key-file')
  }
  const { out } = await run('app', 'list', '--json', ...production)
  expect(JSON.parse(out)).toMatchObject([{ profile: 'strict', packages: [] }])
})
