import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { hmacSha256 } from './keyed-hash.ts'
import { derivedKey, keyBytes, type MasterKeys, singleMasterKey } from './master-keys.ts'

/** Encrypts what the database must not show. */
export interface Sealer {
  /** `context` says where the text belongs, such as its table, column and row; it is not stored. */
  seal(context: string, text: string): Uint8Array
  /** Throws when a byte changed, or when the text was sealed for another context or key. */
  open(context: string, sealed: Uint8Array): string
}

/** Seals under the master key, and makes tags by which what is sealed can still be found. */
export interface Vault extends Sealer {
  /** A new key for one owner of data, sealed. When it is gone, what it sealed is gone, too. */
  newKey(context: string): Uint8Array
  /** Seals and opens with a key that `newKey` made; opens what the master key sealed before. */
  withKey(context: string, sealedKey: Uint8Array): Sealer
  /**
   * The same 22 characters for the same value. `kind` keeps apart what must not be matched, such
   * as a phone number and an Alipay id of the same digits.
   */
  tag(kind: string, value: string): string
  /** The version of the master key that seals; it stands in every record. */
  readonly sealVersion: number
}

export interface VaultOptions {
  /** Exists only outside the database: 32 bytes, or several keys with their versions. */
  readonly masterKey: Uint8Array | MasterKeys
  /** Of a key that stands alone. */
  readonly keyVersion?: number
  readonly random?: (bytes: number) => Uint8Array
}

const algorithm = 'aes-256-gcm'
/** First byte of every record; the key version follows in two. */
const format = 1
const headerBytes = 3
const ivBytes = 12
const authTagBytes = 16
/** Versions of master keys begin at 1; records with this one have a key of their own. */
export const dataKeyVersion = 0
/** One system call serves so many records. */
const ivsPerPool = 256
const lookupTagBytes = 16

export function openVault(options: VaultOptions): Vault {
  const { masterKey, keyVersion, random = randomBytes } = options
  const { sealVersion, keys, lookupKey } =
    masterKey instanceof Uint8Array ? singleMasterKey(masterKey, keyVersion) : masterKey
  const sealKeys = new Map(
    Array.from(keys, ([version, key]) => [
      version,
      createSecretKey(derivedKey(key, 'topgate seal')),
    ]),
  )
  const tagMac = hmacSha256(lookupKey)
  const nextIv = ivPool(random)

  const seals = createSealer(sealVersion, sealKeys, nextIv)

  return {
    ...seals,
    sealVersion,

    newKey: (context) => seals.seal(context, Buffer.from(random(keyBytes)).toString('base64')),

    withKey(context, sealedKey) {
      const key = createSecretKey(Buffer.from(seals.open(context, sealedKey), 'base64'))
      return createSealer(dataKeyVersion, new Map([...sealKeys, [dataKeyVersion, key]]), nextIv)
    },

    tag(kind, value) {
      // The length in front keeps ('a', 'bc') and ('ab', 'c') apart.
      const mac = tagMac(`${kind.length}:${kind}${value}`)
      return Buffer.from(mac.slice(0, lookupTagBytes), 'latin1').toString('base64url')
    },
  }
}

/** Seals with the key of `version`; opens with any of the keys. */
function createSealer(
  version: number,
  keys: ReadonlyMap<number, KeyObject>,
  nextIv: () => Uint8Array,
): Sealer {
  const sealKey = keys.get(version)
  if (sealKey === undefined) throw new RangeError(`no key of version ${version}`)
  const header = sealedHeader(version)
  return {
    seal(context, text) {
      const iv = nextIv()
      const cipher = createCipheriv(algorithm, sealKey, iv)
      cipher.setAAD(Buffer.from(context))
      const body = cipher.update(text, 'utf8')
      cipher.final()
      const sealed = Buffer.allocUnsafe(headerBytes + ivBytes + body.length + authTagBytes)
      sealed.set(header)
      sealed.set(iv, headerBytes)
      sealed.set(body, headerBytes + ivBytes)
      sealed.set(cipher.getAuthTag(), sealed.length - authTagBytes)
      return sealed
    },

    open(context, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      if (bytes.length < headerBytes + ivBytes + authTagBytes || bytes[0] !== format) {
        throw new Error('not a sealed value')
      }
      const usedVersion = bytes.readUInt16BE(1)
      const key = keys.get(usedVersion)
      if (key === undefined) {
        throw new Error(`sealed with key version ${usedVersion}, which is absent`)
      }
      const bodyStart = headerBytes + ivBytes
      const bodyEnd = bytes.length - authTagBytes
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(headerBytes, bodyStart), {
        authTagLength: authTagBytes,
      })
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(bytes.subarray(bodyEnd))
      const text = decipher.update(bytes.subarray(bodyStart, bodyEnd))
      decipher.final()
      return text.toString('utf8')
    },
  }
}

/** What every record begins with that was sealed with the key of this version. */
export function sealedHeader(version: number): Uint8Array {
  const header = Buffer.alloc(headerBytes)
  header.writeUInt8(format, 0)
  header.writeUInt16BE(version, 1)
  return header
}

/** Every IV is handed out once: a repeated one would give away the key stream of GCM. */
function ivPool(random: (bytes: number) => Uint8Array): () => Uint8Array {
  const size = ivBytes * ivsPerPool
  let pool = new Uint8Array(0)
  let used = 0
  return () => {
    if (used + ivBytes > pool.length) {
      pool = Uint8Array.from(random(size))
      used = 0
    }
    used += ivBytes
    return pool.subarray(used - ivBytes, used)
  }
}
