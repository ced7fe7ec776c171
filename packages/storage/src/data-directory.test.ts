import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileSystemType, isNetworkFileSystem, takeDataDirectory } from './data-directory.ts'
import { StartRefusal } from './start-refusal.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'topgate-data-'))
})
afterEach(() => {
  rmSync(home, { recursive: true })
})

/** Takes the directory in another process, which then waits to be killed. */
async function otherProcessWith(path: string) {
  const module = new URL('./data-directory.ts', import.meta.url).href
  const script = `import { takeDataDirectory } from ${JSON.stringify(module)}
    takeDataDirectory(${JSON.stringify(path)})
    console.log('taken')
    setInterval(() => {}, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

describe('takeDataDirectory', () => {
  it('makes a directory that only its owner can read', () => {
    const path = join(home, 'a', 'b')
    takeDataDirectory(path).release()
    expect(existsSync(path)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o700)
  })

  it('refuses a second taker and says what to do, until the first one releases', () => {
    const first = takeDataDirectory(home)
    expect(() => takeDataDirectory(home)).toThrow(StartRefusal)
    expect(() => takeDataDirectory(home)).toThrow(/Another Topgate process .* TOPGATE_DATA_DIR/)
    first.release()
    takeDataDirectory(home).release()
  })

  it('refuses while another process has it, and works once that one was killed with -9', async () => {
    const other = await otherProcessWith(home)
    expect(() => takeDataDirectory(home)).toThrow(StartRefusal)
    other.kill('SIGKILL')
    await once(other, 'exit')
    takeDataDirectory(home).release()
  })

  it.each([
    ['is a file', (path: string) => writeFileSync(path, '')],
    ['is a link to a disk that is not there', (path: string) => symlinkSync(`${path}-disk`, path)],
    ['takes no file', (path: string) => mkdirSync(join(path, 'lock.db'), { recursive: true })],
  ])('refuses one that %s, and says what the system says', (_, make) => {
    const path = join(home, 'data')
    make(path)
    expect(() => takeDataDirectory(path)).toThrow(StartRefusal)
    expect(() => takeDataDirectory(path)).toThrow(/data cannot be used: .* TOPGATE_DATA_DIR/)
  })
})

describe('fileSystemType', () => {
  const mountInfo = [
    '22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw',
    '30 22 0:40 / /srv rw shared:9 - nfs4 host:/export rw,vers=4.2',
    '31 22 0:41 / /srv/fast\\040disk rw - xfs /dev/vdb rw',
    '32 22 0:42 / /mnt/win rw - cifs //host/share rw',
    '33 22 0:43 / /mnt/ssh rw - fuse.sshfs host: rw',
    '34 22 0:44 / /mnt/twice rw - nfs host:/old rw',
    '35 34 0:45 / /mnt/twice rw - tmpfs tmpfs rw',
    '',
  ].join('\n')

  it.each([
    ['/', 'ext4'],
    ['/srv', 'nfs4'],
    ['/srv/data', 'nfs4'],
    ['/srvdata', 'ext4'],
    ['/srv/fast disk/data', 'xfs'],
    ['/mnt/win/data', 'cifs'],
    ['/mnt/ssh/data', 'fuse.sshfs'],
    ['/mnt/twice/data', 'tmpfs'],
  ])('of %s is %s', (path, type) => {
    expect(fileSystemType(path, mountInfo)).toBe(type)
  })

  it.each(['nfs', 'nfs4', 'cifs', 'smb3', 'fuse.sshfs'])('%s is refused', (type) => {
    expect(isNetworkFileSystem(type)).toBe(true)
  })

  it.each(['ext4', 'xfs', 'tmpfs', 'overlay', 'fuse.lazyfs'])('%s is accepted', (type) => {
    expect(isNetworkFileSystem(type)).toBe(false)
  })
})
