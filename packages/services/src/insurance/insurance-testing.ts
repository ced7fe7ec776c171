/** For the tests of this folder: sample calls, a seeded platform, the registry of a new installation. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { userBehaviorSync } from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import { type Database, migrate, openSqlite, type SchemaDatabase } from '@topgate/storage'
import { type Step, sampleStep } from '../testing/sample-step.ts'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'
import { writeCall } from '../testing/write-call.ts'
import { syncUserBehavior } from './alibaba.alihealth.insurance.inst.user.behavior.sync.ts'
import { findFlows } from './find-flow.ts'
import type { FlowReport } from './flow-report.ts'
import { insuranceFunnelMigration } from './funnel-migration.ts'
import { type InsuranceSeed, seedInsurance } from './seed.ts'
import { loadStages, type StageRegistry } from './stage-registry.ts'
import { insuranceMigration } from './tables.ts'

export const sampleFlow = 1800001886002007960n
export const foreignFlow = 1800001886002007999n

export const insuranceFixtures: InsuranceSeed = {
  products: [
    { insurer: 'INS_A', inst_product_id: 'CU95', name: '百万医疗险（样例）' },
    { insurer: 'INS_A', inst_product_id: 'CU96', name: '重疾险（样例）' },
    { insurer: 'INS_B', inst_product_id: 'PB01', name: '意外险（样例）' },
  ],
  flows: [
    { flow_id: sampleFlow, insurer: 'INS_A', inst_product_id: 'CU95' },
    { flow_id: foreignFlow, insurer: 'INS_B', inst_product_id: 'PB01' },
  ],
}

export const insuranceMigrations = [insuranceMigration, insuranceFunnelMigration]

export function insurancePlatform(db: SchemaDatabase): Promise<TestPlatform> {
  return testPlatform(db, insuranceMigrations, syncUserBehavior, (tx) =>
    seedInsurance(tx, insuranceFixtures, 'keep'),
  )
}

/** The documented sample with some members changed. */
export function stepCall(members: Partial<Step> = {}, other: Partial<WriteCall> = {}) {
  return writeCall(userBehaviorSync, { param0: { ...sampleStep, ...members } }, other)
}

/** A step of the flow of the sample without an ad, so many seconds after the sample. */
export function plainStep(
  behavior_type: string,
  seconds: number,
  members: Partial<Step> = {},
): ReturnType<typeof stepCall> {
  return stepCall({
    advertise_org_url: undefined,
    channel_source_name: undefined,
    behavior_type,
    behavior_time: sampleStep.behavior_time + seconds * 1000,
    ...members,
  })
}

/** The one report about a flow. */
export async function reportOf(
  db: Database,
  nowMs: number,
  flowId = sampleFlow,
  rejections: 'shown' | 'withheld' = 'shown',
): Promise<FlowReport> {
  const [report, ...others] = await findFlows(db, flowId, { nowMs, rejections })
  if (report === undefined || others.length > 0) throw new Error('not one report')
  return report
}

/** The stages that a new installation starts with. */
export async function starterStages(): Promise<StageRegistry> {
  const directory = mkdtempSync(join(tmpdir(), 'topgate-stages-'))
  const db = openSqlite({ path: join(directory, 'topgate.db') })
  await migrate(db, insuranceMigrations, () => 0)
  const stages = await loadStages(db)
  await db.close()
  rmSync(directory, { recursive: true })
  return stages
}
