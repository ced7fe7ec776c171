import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sdkLanguages } from '@topgate/codegen'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../run-cli.ts'
import { testTerminal } from '../testing/test-terminal.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-sdk-command-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const out = () => join(directory, 'out')

async function run(...argv: string[]) {
  const { terminal, output } = testTerminal()
  const code = await runCli([...argv, '--data-dir', join(directory, 'data')], terminal)
  return { code, ...output }
}

async function importDescription(description: object) {
  const files = { 'api.json': Buffer.from(JSON.stringify(description)) }
  const dataDir = join(directory, 'data')
  await runCli(
    ['contract', 'import', 'api.json', '--data-dir', dataDir],
    testTerminal({ files }).terminal,
  )
}

const plain = { name: 'some.plain.api', requestParams: [{ name: 'id', type: 'Number' }] }
const file = { name: 'img', type: 'byte[]' }
const impossible = {
  name: 'some.impossible.api',
  requestParams: [{ name: 'rows', type: 'Row[]', subParams: [file] }],
}

describe('topgate sdk', () => {
  it.each(sdkLanguages.map(({ name }) => name))('writes %s', async (name) => {
    const { code, out: told } = await run('sdk', name, '--out', out(), '--json')
    expect(code).toBe(0)
    const { folder, archive, files, bytes } = JSON.parse(told)
    expect(readdirSync(out()).map((entry) => join(out(), entry))).toEqual([folder, archive].sort())
    expect(files).toBeGreaterThan(5)
    expect(readFileSync(archive)).toHaveLength(bytes)
    expect(existsSync(join(folder, 'LICENSE'))).toBe(true)
    expect(existsSync(join(folder, 'README.md'))).toBe(true)
  })

  it('takes the names that people use', async () => {
    expect((await run('sdk', 'JavaScript', '--out', out())).code).toBe(0)
  })

  it('has the APIs that were asked for and no others', async () => {
    await importDescription(plain)
    const { out: told } = await run(
      ...['sdk', 'typescript', '--out', out(), '--json'],
      ...['--api', 'taobao.time.get', 'some.plain.api'],
    )
    const types = readFileSync(join(JSON.parse(told).folder, 'apis.d.ts'), 'utf8')
    const methods = Array.from(types.matchAll(/^ {2}"([\w.]+)": \{/gm), ([, method]) => method)
    expect(methods).toEqual(['some.plain.api', 'taobao.time.get'])
  })

  it('refuses an API that the language cannot express, with its field and the reason', async () => {
    await importDescription(impossible)
    const asked = ['sdk', 'java', '--out', out(), '--api', 'some.impossible.api']
    const { code, err } = await run(...asked)
    expect([code, existsSync(out())]).toEqual([1, false])
    expect(err).toBe(
      'No Java SDK: some.impossible.api, field request.rows.img: a file travels as a part of its own, not inside a value\n',
    )
  })

  it('leaves it out and tells so, when it was not asked for by name', async () => {
    await importDescription(impossible)
    await importDescription(plain)
    const { code, out: told } = await run('sdk', 'java', '--out', out(), '--imported', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(told).left_out).toEqual([
      expect.objectContaining({ method: 'some.impossible.api', field: 'request.rows.img' }),
    ])
  })

  it('overwrites nothing unasked', async () => {
    await run('sdk', 'curl', '--out', out())
    const again = await run('sdk', 'curl', '--out', out())
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('--force replaces it')])
    expect((await run('sdk', 'curl', '--out', out(), '--force')).code).toBe(0)
  })

  it.each([
    [['sdk', 'cobol', '--out', 'x'], 'the languages are'],
    [['sdk', 'java', '--out', 'x', '--api', 'taobao.time.gte'], 'did you mean taobao.time.get?'],
    [['sdk', 'java', '--out', 'x', '--api', 'no.such'], '`topgate contract import` adds'],
    [['sdk', 'java'], "required option '--out <dir>'"],
    [['sdk', 'java', '--out', '/dev/null/x'], 'Cannot write into /dev/null/x'],
  ])('%j is wrong usage', async (argv, words) => {
    const { code, err } = await run(...argv)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})
