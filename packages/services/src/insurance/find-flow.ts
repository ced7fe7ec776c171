import type { Database } from '@topgate/storage'
import { distinctValues } from '../distinct-values.ts'
import {
  FLOW_STEPS_MAX,
  type FlowReport,
  flowReport,
  type Rejections,
  type StoredFlow,
} from './flow-report.ts'
import { journeyOf } from './reported-step.ts'
import { loadStages } from './stage-registry.ts'
import {
  type BehaviorRow,
  type FlowRow,
  insuranceBehavior,
  insuranceFlow,
  insuranceInsurer,
  insuranceProduct,
} from './tables.ts'

/** More insurers than this do not use one number by accident. */
const INSURERS_MAX = 20

export interface FlowQuestion {
  readonly nowMs: number
  /** Absent: every insurer that used the number. */
  readonly insurer?: string | undefined
  /** `withheld` unless given: who wants them shown needs a reason of his own. */
  readonly rejections?: Rejections
}

/**
 * The flow as each insurer that used its number knows it, the one that it was issued to first. A
 * flow that was neither issued nor reported is none. Reads only what keys lead to.
 */
export async function findFlows(
  db: Database,
  flowId: bigint,
  { nowMs, insurer, rejections = 'withheld' }: FlowQuestion,
): Promise<FlowReport[]> {
  const registry = await loadStages(db)
  const issued = await issuedFlow(db, flowId)
  const insurers = insurer === undefined ? await insurersOf(db, issued) : [insurer]
  const reports: FlowReport[] = []
  for (const name of insurers) {
    const rows = await stepsOf(db, name, flowId)
    if (rows.length === 0 && issued?.insurer !== name) continue
    if (reports.length === INSURERS_MAX) break
    const stored = await storedFlow(db, flowId, name, issued, rows)
    reports.push(flowReport(stored, registry, rejections, nowMs))
  }
  return reports
}

async function issuedFlow(db: Database, flowId: bigint): Promise<FlowRow | undefined> {
  const [row] = await db.all(
    'SELECT * FROM insurance_flow WHERE flow_id = ?',
    [flowId],
    insuranceFlow.columns,
  )
  return row
}

async function insurersOf(db: Database, issued: FlowRow | undefined): Promise<string[]> {
  const reporting = await distinctValues(db, insuranceBehavior, 'insurer')
  return issued === undefined ? reporting : [...new Set([issued.insurer, ...reporting])]
}

const stepColumns = Object.keys(insuranceBehavior.columns).join(', ')

function stepsOf(db: Database, insurer: string, flowId: bigint): Promise<BehaviorRow[]> {
  return db.all(
    `SELECT ${stepColumns} FROM insurance_behavior WHERE insurer = ? AND journey = ?
    ORDER BY behavior_ms DESC, id DESC LIMIT ?`,
    [insurer, journeyOf(flowId), FLOW_STEPS_MAX + 1],
    insuranceBehavior.columns,
  )
}

async function storedFlow(
  db: Database,
  flow_id: bigint,
  insurer: string,
  issued: FlowRow | undefined,
  rows: readonly BehaviorRow[],
): Promise<StoredFlow> {
  const ids = [...new Set(rows.map((row) => row.inst_product_id))]
  return {
    flow_id,
    insurer,
    issued,
    rows,
    productNames: await productNames(db, insurer, ids),
    landingHosts: await landingHosts(db, insurer),
  }
}

async function productNames(
  db: Database,
  insurer: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const marks = ids.map(() => '?').join(', ')
  if (marks === '') return new Map()
  const rows = await db.all(
    `SELECT * FROM insurance_product WHERE insurer = ? AND inst_product_id IN (${marks})`,
    [insurer, ...ids],
    insuranceProduct.columns,
  )
  return new Map(rows.map(({ inst_product_id, name }) => [inst_product_id, name]))
}

async function landingHosts(db: Database, insurer: string): Promise<readonly string[]> {
  const [row] = await db.all(
    'SELECT * FROM insurance_insurer WHERE insurer = ?',
    [insurer],
    insuranceInsurer.columns,
  )
  return row === undefined || row.landing_hosts === '' ? [] : row.landing_hosts.split(',')
}
