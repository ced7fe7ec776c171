import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import {
  type MasterKeys,
  parseMasterKeys,
  StartRefusal,
  syncDirectory,
  withNewMasterKey,
} from '@topgate/storage'

/** Reads a master key file. Throws a `StartRefusal` that never shows what is in it. */
export function readKeyFile(file: string): MasterKeys {
  return understood(file, () => parseMasterKeys(readPrivateText(file, 'master key')))
}

/** Reads the key by which the owner's site signs log-ins: 64 hexadecimal digits. */
export function readLogInKey(file: string): Uint8Array {
  const text = readPrivateText(file, 'log-in key').trim()
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  throw new StartRefusal(`The log-in key file ${file} must hold 64 hexadecimal digits.`)
}

/**
 * Adds a new key to a master key file and gives its version. The file is replaced as a whole: what
 * ends half-way leaves the old one. Nothing may be sealed with a key that a power cut takes away.
 */
export function addKeyToFile(file: string): number {
  const text = readPrivateText(file, 'master key')
  const changed = understood(file, () => withNewMasterKey(text, randomBytes(32)))
  const next = `${file}.new`
  try {
    const descriptor = openSync(next, 'wx', 0o600)
    try {
      writeSync(descriptor, changed)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(next, file)
    syncDirectory(dirname(resolve(file)))
  } catch (error) {
    if (!isExisting(error)) rmSync(next, { force: true })
    throw new StartRefusal(`Cannot write the master key file ${file}: ${messageOf(error)}`)
  }
  return Math.max(...parseMasterKeys(changed).keys.keys())
}

function readPrivateText(file: string, what: string): string {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
      throw new StartRefusal(`Others can read the ${what} file: run  chmod 600 ${file}`)
    }
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof StartRefusal) throw error
    throw new StartRefusal(`Cannot read the ${what} file ${file}: ${messageOf(error)}`)
  }
}

function understood<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new StartRefusal(
      `The master key file ${file} must hold 64 hexadecimal digits, or the keys with their ` +
        `versions: ${error.message}.`,
    )
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
