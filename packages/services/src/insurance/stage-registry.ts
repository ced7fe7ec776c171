import type { Database, RowOf } from '@topgate/storage'
import { insuranceStage } from './tables.ts'

/**
 * How a stage stands in the funnel. Only a `STEP` can be implied by a later stage. `EXIT` leaves
 * the way, `WAIT` halts on it, `RETRY` goes back; an `OPTION` lies beside it and implies nothing.
 */
export const stageKinds = ['STEP', 'EXIT', 'WAIT', 'RETRY', 'OPTION'] as const
export type StageKind = (typeof stageKinds)[number]

/** What a flow has become by a stage. */
export const milestones = ['REJECTED', 'PAID', 'ISSUED', 'SURRENDERED'] as const
export type Milestone = (typeof milestones)[number]

/** A behaviour with a place in the funnel. */
export interface Stage {
  readonly behavior_type: string
  readonly ordinal: number
  readonly kind: StageKind
  readonly reaches: Milestone | null
  readonly name: string
  readonly name_en: string
}

/** By name of the behaviour, in the order of the funnel. */
export type StageRegistry = ReadonlyMap<string, Stage>

/** More stages than this are a mistake of whoever loaded them. */
export const STAGES_MAX = 500

/** The registry as it is now. What is not in it is kept as an unmapped step. */
export async function loadStages(db: Database): Promise<StageRegistry> {
  const rows = await db.all(
    'SELECT * FROM insurance_stage ORDER BY ordinal, behavior_type LIMIT ?',
    [STAGES_MAX],
    insuranceStage.columns,
  )
  return new Map(rows.map((row) => [row.behavior_type, stageOf(row)]))
}

/** The table admits no other kinds and milestones. */
function stageOf(row: RowOf<typeof insuranceStage>): Stage {
  const reaches = row.reaches === '' ? null : (row.reaches as Milestone)
  return { ...row, kind: row.kind as StageKind, reaches }
}
