import { hash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type SdkPackage, zipSdk } from '@topgate/server'
import { UsageError } from '../exit-codes.ts'

export interface WrittenSdk {
  readonly folder: string
  readonly fileCount: number
  readonly archive: string
  readonly archiveBytes: number
  readonly sha256: string
}

/**
 * Writes folder and archive into `outDir`. What lies there under these names is replaced with
 * `isForced` only. Throws `UsageError`.
 */
export function writeSdkPackage(made: SdkPackage, outDir: string, isForced: boolean): WrittenSdk {
  const folder = join(outDir, made.name)
  const archive = `${folder}.zip`
  if (!isForced) {
    const taken = [folder, archive].find((path) => existsSync(path))
    if (taken !== undefined) throw new UsageError(`${taken} exists; --force replaces it`)
  }
  const bytes = zipSdk(made)
  try {
    rmSync(folder, { recursive: true, force: true })
    for (const { path, text, isExecutable } of made.files) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text, { mode: isExecutable === true ? 0o755 : 0o644 })
    }
    writeFileSync(archive, bytes)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`Cannot write into ${outDir}: ${reason}`)
  }
  const sha256 = hash('sha256', bytes, 'hex')
  return { folder, fileCount: made.files.length, archive, archiveBytes: bytes.length, sha256 }
}
