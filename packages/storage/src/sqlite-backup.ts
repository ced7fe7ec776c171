import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { openConnection, type SqliteConnection } from './sqlite-connection.ts'
import { StartRefusal } from './start-refusal.ts'
import { syncDirectory, syncPath } from './sync-path.ts'

/**
 * Writes the database at `path`, as it is at this moment, into the new file `target`, and gives its
 * size. Beside whoever writes to it: neither waits for the other. The file is whole and synced, or
 * it is not there.
 */
export function backUpSqlite(path: string, target: string): number {
  const source = openConnection({ path, readonly: true })
  try {
    return writeCopy(source, target)
  } catch (error) {
    if (error instanceof StartRefusal || !(error instanceof Error)) throw error
    throw new StartRefusal(`Cannot write the backup ${target}: ${error.message}.`)
  } finally {
    source.close()
  }
}

function writeCopy(source: SqliteConnection, target: string): number {
  if (existsSync(target)) {
    throw new StartRefusal(`There is a file ${target} already. Name a new one for each backup.`)
  }
  const part = `${target}.part`
  rmSync(part, { force: true })
  try {
    // Made here, so that nobody else can read it at any moment; SQLite fills an empty file.
    closeSync(openSync(part, 'wx', 0o600))
    source.prepare('VACUUM INTO ?').run(part)
    checkCopy(part)
    syncPath(part)
    renameSync(part, target)
  } finally {
    rmSync(part, { force: true })
  }
  syncDirectory(dirname(target))
  return statSync(target).size
}

/** A copy that was never read is no backup. */
function checkCopy(part: string): void {
  const copy = openConnection({ path: part })
  try {
    const found = copy.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new Error(`the copy is damaged (${found})`)
  } finally {
    copy.close()
  }
}
