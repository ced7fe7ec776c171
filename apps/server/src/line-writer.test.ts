import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, type write } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LineWriter, WAITING_CHARS_MAX } from './line-writer.ts'

let directory = ''
let path = ''
let file = 0
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-lines-'))
  path = join(directory, 'log')
  file = openSync(path, 'w')
})
afterEach(() => {
  closeSync(file)
  rmSync(directory, { recursive: true })
})

/** A place that takes bytes only while the test lets it, and never more than some at a time. */
function placeOf(bytesMax = Number.POSITIVE_INFINITY) {
  const place = { isFull: false, tries: 0, text: '' }
  type Done = (error: Error | null, written: number) => void
  const take = (_file: number, bytes: Buffer, ...rest: unknown[]) => {
    place.tries += 1
    const done = rest.at(-1) as Done
    if (place.isFull) return done(new Error('ENOSPC'), 0)
    const taken = bytes.subarray(0, bytesMax)
    place.text += taken.toString('latin1')
    done(null, taken.length)
  }
  return { place, write: take as typeof write }
}

const line = `${'a'.repeat(99)}\n`

it('keeps the order of lines, and writes what is left when the process ends', () => {
  const lines = new LineWriter(file)
  for (const name of ['first\n', '第二\n', 'third\n']) lines.write(name)
  expect(readFileSync(path, 'utf8')).toBe('')
  lines.flushSync()
  lines.flushSync()
  expect(readFileSync(path, 'utf8')).toBe('first\n第二\nthird\n')
})

it('goes on where a place took a part', () => {
  const { place, write } = placeOf(7)
  const lines = new LineWriter(0, write)
  lines.write('first line\nsecond line\n')
  lines.flush()
  expect(place.text).toBe('first line\nsecond line\n')
})

it('keeps lines for a place that is full, does not try with each of them, and tears none', () => {
  const { place, write } = placeOf()
  const lines = new LineWriter(0, write)
  place.isFull = true
  for (let n = 0; n < 1_000; n += 1) lines.write(line)
  lines.flush()
  expect(place.tries).toBe(2)
  place.isFull = false
  lines.flush()
  expect(place.text).toBe(line.repeat(1_000))
  expect(lines.takeDropped()).toBe(0)
})

it('is bounded, and says how many lines were left out once there is room for it', () => {
  const { place, write } = placeOf()
  const lines = new LineWriter(0, write)
  place.isFull = true
  const count = WAITING_CHARS_MAX / line.length
  for (let n = 0; n < count * 2; n += 1) lines.write(line)
  expect(lines.takeDropped()).toBe(0)
  place.isFull = false
  lines.flush()
  const dropped = lines.takeDropped()
  expect(dropped).toBeGreaterThan(count - 200)
  expect(place.text.length / line.length).toBe(Math.ceil(count * 2) - dropped)
  expect(lines.takeDropped()).toBe(0)
})
