import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** Cost of one guess: 19 MiB and two passes, the least that OWASP names for Argon2id. */
const MEMORY_KIB = 19 * 1024
const PASSES = 2
const SALT_BYTES = 16
const HASH_BYTES = 32
/** What a stored hash may ask for at most, so that no row can hold up the process. */
const MEMORY_KIB_MAX = 256 * 1024
const PASSES_MAX = 16

const derive = promisify(argon2)

/** The PHC text of a new salt: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Off the event loop. */
export async function hashPassword(
  password: string,
  salt = randomBytes(SALT_BYTES),
): Promise<string> {
  const hash = await derive('argon2id', {
    message: bytesOf(password),
    nonce: salt,
    parallelism: 1,
    memory: MEMORY_KIB,
    passes: PASSES,
    tagLength: HASH_BYTES,
  })
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$${base64(salt)}$${base64(hash)}`
}

const hashForm =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=1\$([A-Za-z0-9+/]{11,64})\$([A-Za-z0-9+/]{22,86})$/

interface PasswordHash {
  readonly memoryKib: number
  readonly passes: number
  readonly salt: Buffer
  readonly hash: Buffer
}

/** Undefined for what `verifyPassword` would not read. */
function readHash(stored: string): PasswordHash | undefined {
  const [, memory, passCount, salt = '', hash = ''] = hashForm.exec(stored) ?? []
  const [memoryKib, passes] = [Number(memory), Number(passCount)]
  if (!(memoryKib <= MEMORY_KIB_MAX && passes <= PASSES_MAX)) return undefined
  return { memoryKib, passes, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') }
}

export function isPasswordHash(text: string): boolean {
  return readHash(text) !== undefined
}

/** Whether `password` is the one behind `stored`; compares in constant time. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const expected = readHash(stored)
  if (expected === undefined) {
    throw new Error('the stored password is not in a form that this version reads')
  }
  const found = await derive('argon2id', {
    message: bytesOf(password),
    nonce: expected.salt,
    parallelism: 1,
    memory: expected.memoryKib,
    passes: expected.passes,
    tagLength: expected.hash.length,
  })
  return timingSafeEqual(found, expected.hash)
}

/** One form for what looks alike: keyboards differ in how they compose letters. */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'))
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '')
}
