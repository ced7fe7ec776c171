import { type RewrapProgress, rewrap, type SchemaDatabase, type Vault } from '@topgate/storage'
import { checkKeys, readVaultKeys } from './check-keys.ts'
import { sealedColumns } from './sealed-columns.ts'
import { putVaultKeys } from './vault-key-table.ts'

/** Beside busy nodes a pass may miss what a call held at that moment; the next one finds it. */
const PASSES_MAX = 10

export interface Rewrapped {
  readonly sealVersion: number
  readonly resealed: number
  /** Versions that no record needs any more: their lines may leave the key file. */
  readonly retired: readonly number[]
}

/**
 * Seals everything with the newest master key, pass by pass until one finds nothing left. Works
 * beside nodes that already have that key. Interrupted, it goes on where records are still old.
 */
export async function rewrapRecords(
  db: SchemaDatabase,
  vault: Vault,
  report: (progress: RewrapProgress) => void,
): Promise<Rewrapped> {
  await checkKeys(db, vault)
  let resealed = 0
  for (let pass = 1; pass <= PASSES_MAX; pass += 1) {
    const found = await rewrap(db, vault, sealedColumns, report)
    resealed += found
    if (found === 0) {
      return { sealVersion: vault.sealVersion, resealed, retired: await retireOthers(db, vault) }
    }
  }
  throw new Error(`records with an older key appeared during each of ${PASSES_MAX} passes`)
}

async function retireOthers(db: SchemaDatabase, vault: Vault): Promise<number[]> {
  const rows = (await readVaultKeys(db)).filter(
    ({ version }) => version !== 0 && version !== vault.sealVersion,
  )
  await db.transaction((tx) =>
    tx.write(
      putVaultKeys,
      rows.map((row) => ({ ...row, state: 'RETIRED' })),
    ),
  )
  return rows.map(({ version }) => version)
}
