import { type Database, int64, text } from '@topgate/storage'

/** The rows of one partner, type and line of business. */
export interface StatPart {
  readonly partner: string
  readonly type: bigint
  readonly business_type: bigint
}

/** Callers choose the numbers of business lines; more parts than this are not looked through. */
const PARTS_MAX = 200
const BUSINESS_TYPES_MAX = 20

const columns = { partner: text, type: int64, business_type: int64 }

/** All parts that have rows. Jumps along the key from one to the next instead of reading rows. */
export async function findParts(db: Database): Promise<StatPart[]> {
  const parts: StatPart[] = []
  let after: StatPart = { partner: '', type: 0n, business_type: 0n }
  while (parts.length < PARTS_MAX) {
    const [next] = await db.all(
      `SELECT partner, type, business_type FROM house_stat_head
      WHERE (partner, type, business_type) > (?, ?, ?)
      ORDER BY partner, type, business_type LIMIT 1`,
      [after.partner, after.type, after.business_type],
      columns,
    )
    if (next === undefined) break
    parts.push(next)
    after = next
  }
  return parts
}

export function businessTypesOf(
  parts: readonly StatPart[],
  partner: string,
  type: bigint,
): bigint[] {
  return parts
    .filter((part) => part.partner === partner && part.type === type)
    .slice(0, BUSINESS_TYPES_MAX)
    .map(({ business_type }) => business_type)
}
