import { InputReader, OwnerRefusal, ownerOperation } from '../owner/index.ts'
import { isPasswordHash } from './password.ts'
import { type Credential, loadCredential, newCredential } from './set-password.ts'
import { putCredential } from './tables.ts'

/**
 * The way back into the console for who runs the server, and the way in without the set-up code.
 * Who asks makes the hash: the password itself never leaves the command line.
 */
export const resetPassword = ownerOperation<string, Credential | undefined, Credential>(
  'owner.console.password',
  {
    read(input) {
      const text = new InputReader(input).text('password_hash') ?? ''
      if (!isPasswordHash(text)) throw new OwnerRefusal('password_hash must be an Argon2id hash')
      return text
    },
    load: loadCredential,
    decide: (before, password_hash, { nowMs }) => ({
      object: 'console password',
      result: {},
      change: newCredential(before, password_hash, nowMs),
    }),
    // Of several in one batch the last one counts.
    save: (tx, changes) => tx.write(putCredential, changes.slice(-1)),
  },
)
