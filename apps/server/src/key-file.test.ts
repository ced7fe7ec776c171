import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { singleMasterKey } from '@topgate/storage'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addKeyToFile, readKeyFile } from './key-file.ts'

const hex = 'ab'.repeat(32)
let directory = ''

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-key-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

function keyFile(text: string, mode = 0o600): string {
  const path = join(directory, 'key')
  writeFileSync(path, text, { mode })
  return path
}

it('adds a key that seals, keeps the others, and stays private', () => {
  const path = keyFile(hex)
  expect(addKeyToFile(path)).toBe(2)
  expect(addKeyToFile(path)).toBe(3)
  const { sealVersion, keys, lookupKey } = readKeyFile(path)
  expect(sealVersion).toBe(3)
  expect(keys.get(1)).toEqual(Buffer.from(hex, 'hex'))
  expect(lookupKey).toEqual(singleMasterKey(Buffer.from(hex, 'hex')).lookupKey)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(directory)).toEqual(['key'])
})

it('never adds the same key twice', () => {
  const path = keyFile(hex)
  addKeyToFile(path)
  addKeyToFile(path)
  const keys = Array.from(readKeyFile(path).keys.values(), (key) =>
    Buffer.from(key).toString('hex'),
  )
  expect(new Set(keys).size).toBe(3)
})

it('changes nothing when the file is not in order, and never shows it', () => {
  const path = keyFile(`${hex}\nnonsense words`)
  expect(() => addKeyToFile(path)).toThrow(/line 2/)
  expect(() => addKeyToFile(path)).not.toThrow(/nonsense|abab/)
  expect(readFileSync(path, 'utf8')).toBe(`${hex}\nnonsense words`)
})

it('refuses a file that others can read, and one that is not there', () => {
  expect(() => addKeyToFile(keyFile(hex, 0o644))).toThrow(/chmod 600/)
  expect(() => addKeyToFile(join(directory, 'absent'))).toThrow(/Cannot read/)
})

it('tells what the system says of a file that is not there', () => {
  expect(() => readKeyFile(join(directory, 'none'))).toThrow(
    /master key file \S+none: ENOENT: no such/,
  )
})
