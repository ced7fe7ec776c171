import { mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StartRefusal } from './start-refusal.ts'
import { syncDirectory } from './sync-path.ts'

/** Another process has the directory: what a command line then asks of that process. */
export class DirectoryTaken extends StartRefusal {}

export interface DataDirectory {
  readonly path: string
  /** Lets another process have the directory. The operating system does it for a killed one. */
  release(): void
}

/**
 * Makes the directory when it is absent and takes it for this process alone. Throws a
 * `StartRefusal` when another process has it, when nothing can be written there, or when its file
 * system cannot keep a database.
 */
export function takeDataDirectory(path: string): DataDirectory {
  try {
    makeDurably(path)
    refuseNetworkFileSystem(path)
    const lock = lockIn(path)
    return {
      path,
      release: () => {
        lock.close()
      },
    }
  } catch (error) {
    throw refusalOf(error, path)
  }
}

function lockIn(path: string): Sqlite.Database {
  const lock = new Sqlite(join(path, 'lock.db'), { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    throw error
  }
}

/** What the system says of a directory is the operator's to mend; anything else is our defect. */
function refusalOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  if (String(error.code).startsWith('SQLITE_BUSY')) {
    return new DirectoryTaken(
      `Another Topgate process uses the data directory ${path}. ` +
        'Stop it first, or choose another directory with TOPGATE_DATA_DIR.',
    )
  }
  return new StartRefusal(
    `The data directory ${path} cannot be used: ${error.message}. Make it a directory that ` +
      'Topgate may write to, or choose another one with TOPGATE_DATA_DIR.',
  )
}

/** A new directory survives a power cut only when its parent has been synced too. */
function makeDurably(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = realpathSync(path), top = dirname(realpathSync(first)); made !== top; ) {
    made = dirname(made)
    syncDirectory(made)
  }
}

/** Their locks and shared memory do not hold between machines, so that SQLite damages files. */
const networkTypes = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'fuse.sshfs',
  'fuse.smbnetfs',
  'fuse.glusterfs',
  'ceph',
  'afs',
])

/** Linux only: other systems do not tell the type in a form that can be relied on. */
function refuseNetworkFileSystem(path: string): void {
  if (process.platform !== 'linux') return
  const type = fileSystemType(realpathSync(path), readFileSync('/proc/self/mountinfo', 'utf8'))
  if (!isNetworkFileSystem(type)) return
  throw new StartRefusal(
    `The data directory ${path} is on a network file system (${type}), where SQLite loses data. ` +
      'Choose a directory on a local disk with TOPGATE_DATA_DIR, or use PostgreSQL with ' +
      'TOPGATE_DATABASE_URL.',
  )
}

export function isNetworkFileSystem(type: string): boolean {
  return networkTypes.has(type)
}

/**
 * The type of the mount that holds `path`, '' when none does. `mountInfo` is the text of
 * /proc/self/mountinfo (proc(5)): unlike statfs it tells sshfs from other FUSE file systems.
 */
export function fileSystemType(path: string, mountInfo: string): string {
  let holder = ''
  let type = ''
  for (const line of mountInfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ')
    const point = unescaped(before.split(' ')[4] ?? '')
    // The same point twice: the later mount covers the earlier.
    if (point.length < holder.length || !isInside(path, point)) continue
    holder = point
    type = after.split(' ')[0] ?? ''
  }
  return type
}

function isInside(path: string, point: string): boolean {
  return point === '/' || path === point || (point !== '' && path.startsWith(`${point}/`))
}

/** The kernel writes space, tab, newline and backslash as three octal digits. */
function unescaped(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
}
