import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withLock } from './install-lock.cjs'

let folder = ''
let lock = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topgate-lock-'))
  lock = join(folder, 'install.lock')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const livingPid = process.ppid
const deadPid = spawnSync(process.execPath, ['-e', '']).pid

describe('withLock', () => {
  it('holds the lock while it works and then gives it back', async () => {
    const held = await withLock(lock, async () => existsSync(lock))
    expect(held).toBe(true)
    expect(existsSync(lock)).toBe(false)
  })

  it('gives the lock back when the work fails', async () => {
    const failing = withLock(lock, () => Promise.reject(new Error('no network')))
    await expect(failing).rejects.toThrow('no network')
    expect(existsSync(lock)).toBe(false)
  })

  it('takes over the lock of a process that is gone', async () => {
    leaveLock({ host: hostname(), pids: [deadPid] })
    expect(await withLock(lock, async () => 'worked', 0)).toBe('worked')
  })

  it('takes over a lock with its own process number, left from before a restart', async () => {
    leaveLock({ host: hostname(), pids: [process.pid] })
    expect(await withLock(lock, async () => 'worked', 0)).toBe('worked')
  })

  it.each([
    ['a living process', { host: hostname(), pids: [livingPid] }],
    ['a living child of a dead one', { host: hostname(), pids: [deadPid, livingPid] }],
    ['another host', { host: `not-${hostname()}`, pids: [deadPid] }],
  ])('leaves the lock to %s, and says so when it has waited long enough', async (_, owner) => {
    leaveLock(owner)
    const refused = withLock(lock, async () => 'worked', 0)
    await expect(refused).rejects.toThrow(`pid ${owner.pids.join(' and ')}`)
    await expect(refused).rejects.toThrow(`delete ${lock}`)
    expect(existsSync(lock)).toBe(true)
  })

  it('leaves a lock alone that is just being written', async () => {
    writeFileSync(lock, '')
    await expect(withLock(lock, async () => 'worked', 0)).rejects.toThrow('just starting')
  })

  it('lets processes that find the same stale lock work one after the other', async () => {
    leaveLock({ host: hostname(), pids: [deadPid] })
    await Promise.all(Array.from({ length: 6 }, runWorker))
    const diary = readFileSync(join(folder, 'diary'), 'utf8').trim().split('\n')
    expect(diary).toEqual(Array.from({ length: 6 }, () => ['begin', 'end']).flat())
  })
})

function leaveLock(owner: { host: string; pids: number[] }): void {
  writeFileSync(lock, JSON.stringify(owner))
}

/** Another process that notes when it begins and ends its work under the lock. */
async function runWorker(): Promise<void> {
  const module = fileURLToPath(new URL('install-lock.cjs', import.meta.url))
  const code = `
    const { appendFileSync } = require('node:fs')
    const { withLock } = require(${JSON.stringify(module)})
    const note = (word) => appendFileSync(${JSON.stringify(join(folder, 'diary'))}, word + '\\n')
    withLock(${JSON.stringify(lock)}, async () => {
      note('begin')
      for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate)
      note('end')
    })`
  await promisify(execFile)(process.execPath, ['-e', code])
}
