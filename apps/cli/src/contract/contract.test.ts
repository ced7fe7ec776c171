import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCli } from '../run-cli.ts'
import { testTerminal } from '../testing/test-terminal.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-import-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const api = (name: string) => ({
  name,
  apiChineseName: '标题',
  requestParams: [{ type: 'String' }],
})

async function importText(name: string, content: string | Uint8Array, ...more: string[]) {
  const { terminal, output } = testTerminal({ files: { [name]: Buffer.from(content) } })
  const dataDir = join(directory, 'data')
  const argv = ['contract', 'import', name, '--data-dir', dataDir, '--json', ...more]
  return { code: await runCli(argv, terminal), ...output }
}

const lines = `${JSON.stringify(api('a.b'))}\n\n{broken\n${JSON.stringify(api('c.d'))}\n`

it.each([
  ['one.json', JSON.stringify(api('a.b')), 1],
  ['many.json', JSON.stringify([api('a.b'), api('c.d')]), 2],
  ['lines.ndjson', lines, 2],
  ['lines.ndjson.gz', gzipSync(lines), 2],
])('%s is read, and what is odd is reported with status 0', async (name, content, published) => {
  const { code, out } = await importText(name, content)
  expect(code).toBe(0)
  const report = JSON.parse(out)
  expect(report.published).toBe(published)
  expect(report.problems).toContain('a.b: request[0]: no name; left out')
})

it('earlier imports stay, unless they are to be replaced', async () => {
  await importText('one.json', JSON.stringify(api('a.b')))
  const kept = await importText('two.json', JSON.stringify(api('c.d')))
  expect(JSON.parse(kept.out).documented).toBe(2)
  const replaced = await importText('three.json', JSON.stringify(api('e.f')), '--replace')
  expect(JSON.parse(replaced.out).documented).toBe(1)
})

it('an API that is served here keeps its own contract', async () => {
  const { out } = await importText('own.json', JSON.stringify(api('taobao.time.get')))
  expect(JSON.parse(out)).toMatchObject({
    published: 0,
    problems: expect.arrayContaining(['taobao.time.get: is served here; its own contract stands']),
  })
})

it('a file that is no text or does not exist is wrong usage, and changes nothing', async () => {
  const broken = await importText('x.gz', Buffer.from([0x1f, 0x8b, 1, 2, 3]))
  expect(broken.code).toBe(2)
  expect(broken.err).toContain('The file cannot be read')
  const { terminal } = testTerminal()
  expect(await runCli(['contract', 'import', 'none.json'], terminal)).toBe(2)
})
