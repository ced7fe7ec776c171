import { type Database, int } from '@topgate/storage'
import { businessTypesOf, type StatPart } from './stat-parts.ts'

/**
 * Whether a day of a partner and type is there: nothing of it, less than is expected, all of it,
 * or all of it with rows that were sent again.
 */
export type DayState = 'MISSING' | 'PARTIAL' | 'COMPLETE' | 'RESTATED'

export interface DayCompleteness {
  readonly state: DayState
  /** How many subjects the partner reports each day; null: nobody said, and one is enough. */
  readonly expected: number | null
  /** Subjects of the day, counted up to one more than expected. */
  readonly received: number
}

export async function dayCompleteness(
  db: Database,
  parts: readonly StatPart[],
  { partner, type }: Pick<StatPart, 'partner' | 'type'>,
  day: string,
): Promise<DayCompleteness> {
  const expected = await expectedSubjects(db, partner, type)
  const businessTypes = businessTypesOf(parts, partner, type)
  const ofDay = `FROM house_stat_head WHERE partner = ? AND type = ? AND statistics_date = ?
    AND business_type IN (${businessTypes.map(() => '?').join(', ')})`
  const params = [partner, type, day, ...businessTypes]
  const [counted] = await db.all(
    `SELECT count(*) AS subjects FROM (SELECT DISTINCT subject ${ofDay} LIMIT ?) AS of_day`,
    [...params, (expected ?? 1) + 1],
    { subjects: int },
  )
  const restated = await db.all(`SELECT version ${ofDay} AND version > 1 LIMIT 1`, params, {
    version: int,
  })
  const received = counted?.subjects ?? 0
  return { state: stateOf(received, expected ?? 1, restated.length > 0), expected, received }
}

export function stateOf(received: number, expected: number, isRestated: boolean): DayState {
  if (received === 0) return 'MISSING'
  if (received < expected) return 'PARTIAL'
  return isRestated ? 'RESTATED' : 'COMPLETE'
}

async function expectedSubjects(db: Database, partner: string, type: bigint) {
  const [row] = await db.all(
    'SELECT subjects FROM house_expectation WHERE partner = ? AND type = ?',
    [partner, type],
    { subjects: int },
  )
  return row?.subjects ?? null
}
