import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const main = new URL('./main.ts', import.meta.url).pathname

it('ends without a word when the reader of its output has read enough', () => {
  const command = `"${process.execPath}" "${main}" load --help | head -n 1`
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^Usage: topgate load/)
})
