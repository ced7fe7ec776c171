import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DocumentedApi, readTopDescription } from '@topgate/contracts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openImportedApis, versionOfImportedApis, writeImportedApis } from './imported-apis.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-imported-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

function described(name: string): DocumentedApi {
  const { api } = readTopDescription({
    name,
    apiChineseName: '标题，含中文',
    requestParams: [{ name: 'n', type: 'Number', minValue: 1, description: '<b>数</b>' }],
  })
  if (api === undefined) throw new Error('not readable')
  return api
}

it('every description comes back as it was, from its own line', () => {
  const apis = ['a.b', 'c.d', 'e.f'].map(described)
  writeImportedApis(directory, apis)
  const imported = openImportedApis(directory)
  expect(imported?.entries.map(({ method }) => method)).toEqual(['a.b', 'c.d', 'e.f'])
  for (const api of apis) expect(imported?.find(api.method)).toEqual(api)
  expect(imported?.find('g.h')).toBeUndefined()
  imported?.close()
})

it('an import changes the version, and who has the old file open goes on reading it', () => {
  expect(versionOfImportedApis(directory)).toBe('')
  writeImportedApis(directory, [described('a.b')])
  const old = openImportedApis(directory)
  expect(versionOfImportedApis(directory)).toBe(old?.version)
  writeImportedApis(directory, [described('c.d')])
  expect(versionOfImportedApis(directory)).not.toBe(old?.version)
  expect(old?.find('a.b')?.method).toBe('a.b')
  old?.close()
})

it.each(['', 'garbage', '{"format":2}\n', '{"format":1'])('a file of %j is not opened', (text) => {
  writeFileSync(join(directory, 'imported-apis.ndjson'), text)
  expect(openImportedApis(directory)).toBeUndefined()
})
