import { type Database, int } from '@topgate/storage'
import { charityAction } from './tables.ts'

const LEAVES_MAX = 1000

export interface AccountTotals {
  readonly account: string
  readonly minutes: number
  readonly leaves: readonly TotalLeaf[]
}

export interface TotalLeaf {
  readonly year: number
  readonly type: string
  readonly activity_id: bigint
  readonly minutes: number
}

/** All minutes of an account, and the leaves that they are the sum of. */
export async function totalsOf(db: Database, account: string): Promise<AccountTotals> {
  const { year, type, activity_id, minutes } = charityAction.columns
  const [sum] = await db.all(
    'SELECT CAST(coalesce(sum(minutes), 0) AS BIGINT) AS minutes FROM charity_total WHERE account = ?',
    [account],
    { minutes: int },
  )
  const leaves = await db.all(
    `SELECT year, type, activity_id, minutes FROM charity_total
    WHERE account = ? ORDER BY year, type, activity_id LIMIT ?`,
    [account, LEAVES_MAX],
    { year, type, activity_id, minutes },
  )
  return { account, minutes: sum?.minutes ?? 0, leaves }
}
