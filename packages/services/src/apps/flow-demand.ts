import type { Database } from '@topgate/storage'
import type { DailyUseRow, FlowDemandRow } from './journal.ts'
import { dailyUseByName, flowDemandTable } from './tables.ts'

/** More nodes and names than anybody has. */
const ROWS_MAX = 100_000

/** What all nodes wrote last, whether they still live or not. */
export function findFlowDemand(db: Database): Promise<FlowDemandRow[]> {
  return db.all(
    'SELECT * FROM flow_demand ORDER BY node, slot LIMIT ?',
    [ROWS_MAX],
    flowDemandTable.columns,
  )
}

/** The calls of these names on these days, of all nodes. */
export function findUseOf(
  db: Database,
  names: readonly { readonly app_key: string; readonly day: number }[],
): Promise<DailyUseRow[]> {
  return db.read(dailyUseByName, names)
}
