import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSandbox, type TestServer } from '../testing/start-server.ts'

const root = resolve(import.meta.dirname, '../..')
const RUN_MS_MAX = 120_000

/** The commands below this heading, to its end. */
function commandsOf(readme: string, heading: string): string {
  const page = readFileSync(join(root, readme), 'utf8')
  const start = page.indexOf(`\n## ${heading}\n`)
  const section = page.slice(start + 1, page.indexOf('\n## ', start + 1))
  const blocks = [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, code]) => code)
  return blocks.join('')
}

let directory = ''

/** `npx` finds the command of this checkout, whatever directory the reader is in. */
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-readme-'))
  mkdirSync(join(directory, 'bin'))
  const launcher = join(directory, 'bin', 'npx')
  const command = join(root, 'apps/cli/bin/topgate.cjs')
  writeFileSync(launcher, `#!/bin/sh\nshift\nexec '${process.execPath}' '${command}' "$@"\n`)
  chmodSync(launcher, 0o700)
})

afterAll(() => rmSync(directory, { recursive: true }))

/** The server lives in this process: the commands must not block it. */
async function paste(commands: string, { url, dataDir }: TestServer) {
  const shell = spawn('bash', ['-e'], {
    cwd: directory,
    timeout: RUN_MS_MAX,
    env: {
      PATH: `${join(directory, 'bin')}:${process.env.PATH}`,
      TOPGATE_DATA_DIR: dataDir,
      TOP_URL: `${url}/router/rest`,
    },
  })
  shell.stdin.end(commands)
  const [out, err, [status]] = await Promise.all([
    text(shell.stdout),
    text(shell.stderr),
    once(shell, 'close'),
  ])
  return { out, err, status }
}

const own = () => commandsOf('README.md', 'Run it with your own data')

it(
  'runs what the README says about own data, beside a running server',
  async () => {
    expect(own().match(/npx topgate/g)).toHaveLength(11)
    const server = await startSandbox()
    const { out, err, status } = await paste(own(), server)
    await server.stop()
    expect(err).toBe('')
    expect(status).toBe(0)
    expect(out).toContain('All good, nothing was changed: 1 products, 1 rules, 1 activities')
    expect(out).toContain('"charity_hours": "0.5"')
    expect(out).toContain('Event MINE_1 of channel CH_MINE')
    expect(out).toMatch(/session create 30000001/)
  },
  RUN_MS_MAX,
)

it('says the same in Chinese', () => {
  expect(commandsOf('README.zh-CN.md', '使用自己的数据')).toBe(own())
})
