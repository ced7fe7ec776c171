import { type Database, type RowOf, StartRefusal, type Vault } from '@topgate/storage'
import { putVaultKeys, sampleContext, vaultKey } from './vault-key-table.ts'

type VaultKeyRow = RowOf<typeof vaultKey>

/** In place of a version: the key that makes lookup tags. */
const LOOKUP = 0

/**
 * Refuses to go on when the master keys are not those that this database was written with: a
 * foreign lookup key would find nobody and store everything twice, a missing one leave records that
 * nobody can open.
 */
export async function refuseWrongKey(db: Database, vault: Vault): Promise<void> {
  for (const row of await readVaultKeys(db)) checkKey(vault, row)
}

/** The same for whoever writes; notes the key that seals from now on. */
export async function checkKeys(db: Database, vault: Vault): Promise<void> {
  const known = await readVaultKeys(db)
  for (const row of known) checkKey(vault, row)
  const current = known.find(({ version }) => version === vault.sealVersion)
  const rows = [
    ...(known.some(({ version }) => version === LOOKUP) ? [] : [lookupRow(vault)]),
    ...(current?.state === 'IN_USE' ? [] : [currentRow(vault)]),
  ]
  if (rows.length > 0) await db.transaction((tx) => tx.write(putVaultKeys, rows))
}

export function readVaultKeys(db: Database): Promise<VaultKeyRow[]> {
  return db.all('SELECT * FROM vault_key ORDER BY version', [], vaultKey.columns)
}

function checkKey(vault: Vault, { version, state, sample }: VaultKeyRow): void {
  if (version === LOOKUP) {
    if (Buffer.from(sample).equals(lookupRow(vault).sample)) return
    throw new StartRefusal(
      'The master key is not the one that this database was filled with. Name the right file with ' +
        '--master-key-file or TOPGATE_MASTER_KEY_FILE; without one, the public key of sandboxes ' +
        'counts.',
    )
  }
  if (state === 'RETIRED') return
  try {
    vault.open(sampleContext(version), sample)
  } catch {
    throw new StartRefusal(
      `The database holds records that the master key of version ${version} sealed, and the master ` +
        'key file does not have that key. Put its line back; `topgate db rewrap` makes it ' +
        'superfluous.',
    )
  }
}

function lookupRow(vault: Vault): VaultKeyRow & { sample: Buffer } {
  const sample = Buffer.from(vault.tag('vault_key', 'lookup'))
  return { version: LOOKUP, state: 'IN_USE', sample }
}

function currentRow(vault: Vault): VaultKeyRow {
  const version = vault.sealVersion
  return { version, state: 'IN_USE', sample: vault.seal(sampleContext(version), 'topgate') }
}
