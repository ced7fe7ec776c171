import { hkdfSync } from 'node:crypto'

/**
 * What an installation encrypts with. Sealing keys come and go: the newest seals, all of them open.
 * The lookup key stays for good, since every tag in the database was made with it.
 */
export interface MasterKeys {
  readonly sealVersion: number
  /** By version, 1 to 65535. */
  readonly keys: ReadonlyMap<number, Uint8Array>
  readonly lookupKey: Uint8Array
}

export const keyBytes = 32
const versionMax = 0xffff
const hexKey = /^[0-9a-fA-F]{64}$/
const numberedKey = /^([0-9]{1,5}) ([0-9a-fA-F]{64})$/
const lookupLine = /^lookup ([0-9a-fA-F]{64})$/
const sealLine = /^seal ([0-9]{1,5})$/

/** An installation with one key. The lookup key comes from it, as long as it has no line of its own. */
export function singleMasterKey(key: Uint8Array, version = 1): MasterKeys {
  if (key.length !== keyBytes) throw new RangeError(`a master key has ${keyBytes} bytes`)
  if (!Number.isInteger(version) || version < 1 || version > versionMax) {
    throw new RangeError(`a key version is a number from 1 to ${versionMax}`)
  }
  return {
    sealVersion: version,
    keys: new Map([[version, key]]),
    lookupKey: derivedKey(key, 'topgate tag'),
  }
}

/** A key for one purpose only (RFC 5869), so that tags say nothing about sealed values. */
export function derivedKey(masterKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', purpose, keyBytes))
}

/**
 * Reads the text of a master key file: 64 hexadecimal digits, or lines of a version and a key, the
 * lookup key, and which version seals when it is not the highest. Throws a `RangeError` that names
 * the line and never shows it.
 */
export function parseMasterKeys(text: string): MasterKeys {
  const keys = new Map<number, Uint8Array>()
  let lookupKey: Uint8Array | undefined
  let sealVersion: number | undefined
  text.split(/\r?\n/).forEach((line, at) => {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) return
    const wrong = (what: string) => new RangeError(`line ${at + 1}: ${what}`)
    const [, version = '1', hex = trimmed] = numberedKey.exec(trimmed) ?? []
    const [, lookup] = lookupLine.exec(trimmed) ?? []
    const [, seal] = sealLine.exec(trimmed) ?? []
    if (lookup !== undefined) {
      if (lookupKey !== undefined) throw wrong('a second lookup key')
      lookupKey = Buffer.from(lookup, 'hex')
    } else if (seal !== undefined) {
      if (sealVersion !== undefined) throw wrong('a second seal line')
      sealVersion = Number(seal)
    } else if (hexKey.test(hex)) {
      if (keys.has(Number(version))) throw wrong(`a second key of version ${version}`)
      if (Number(version) < 1 || Number(version) > versionMax)
        throw wrong('versions are 1 to 65535')
      keys.set(Number(version), Buffer.from(hex, 'hex'))
    } else {
      throw wrong('neither 64 hexadecimal digits nor “VERSION KEY”, “lookup KEY”, “seal VERSION”')
    }
  })
  return ringOf(keys, lookupKey, sealVersion)
}

function ringOf(
  keys: ReadonlyMap<number, Uint8Array>,
  lookupKey: Uint8Array | undefined,
  seal: number | undefined,
): MasterKeys {
  const [first, ...others] = keys
  if (first === undefined) throw new RangeError('there is no key in it')
  const sealVersion = seal ?? Math.max(...keys.keys())
  if (!keys.has(sealVersion)) throw new RangeError(`there is no key of version ${sealVersion}`)
  if (lookupKey !== undefined) return { sealVersion, keys, lookupKey }
  const [version, key] = first
  if (others.length > 0 || version !== 1) {
    throw new RangeError(
      'the lookup line is missing, by which phones and ids are found again: put it back from a copy',
    )
  }
  return singleMasterKey(key)
}

/**
 * The text of a master key file with one more key, which is the newest. A file of a single key gets
 * its lookup key as a line of its own, so that the key can go one day.
 */
export function withNewMasterKey(text: string, key: Uint8Array): string {
  const { keys, lookupKey } = parseMasterKeys(text)
  const version = Math.max(...keys.keys()) + 1
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const lines = text.trimEnd().split(/\r?\n/)
  const named = lines.map((line) => (hexKey.test(line.trim()) ? `1 ${line.trim()}` : line))
  const isNamed = lines.some((line) => lookupLine.test(line.trim()))
  const lookup = isNamed ? [] : [`lookup ${hex(lookupKey)}`]
  return `${[...lookup, ...named, `${version} ${hex(key)}`].join('\n')}\n`
}
