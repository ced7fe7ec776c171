import {
  bytes,
  defineTable,
  insertInto,
  int,
  int64,
  lookup,
  type Migration,
  nullable,
  type RowOf,
  text,
} from '@topgate/storage'

/** Who sells. Only needed for what is known beyond the name that apps act for. */
export const insuranceInsurer = defineTable('insurance_insurer', {
  insurer: text,
  name: text,
  /** Hosts of its landing pages with commas between; '' = any. */
  landing_hosts: text,
})

/** What an insurer sells. */
export const insuranceProduct = defineTable('insurance_product', {
  insurer: text,
  inst_product_id: text,
  name: text,
})

/** Flows that the platform issued. Its own numbers, so the number alone is the key. */
export const insuranceFlow = defineTable('insurance_flow', {
  flow_id: int64,
  insurer: text,
  inst_product_id: text,
  issued_ms: nullable(int),
  /** Where on the platform the user came from. */
  source_page: text,
})

/** The steps that have a place in the funnel, and what a flow has become by them. */
export const insuranceStage = defineTable('insurance_stage', {
  behavior_type: text,
  ordinal: int,
  kind: text,
  /** REJECTED, PAID, ISSUED, SURRENDERED or ''. */
  reaches: text,
  name: text,
  name_en: text,
})

/**
 * One row per step that took effect; funnel, status and attribution are folded from these rows when
 * somebody looks. The landing URL is sealed; `flags` are short codes with commas.
 */
export const insuranceBehavior = defineTable('insurance_behavior', {
  id: int64,
  insurer: text,
  /** What the step belongs to: its flow, else its click, else nothing. See `journeyOf`. */
  journey: text,
  dedupe_key: text,
  app_key: text,
  flow_id: nullable(int64),
  inst_product_id: text,
  inst_goods_code: nullable(text),
  behavior_type: text,
  behavior_ms: int,
  channel_source_name: nullable(text),
  advertise_org_url: nullable(bytes),
  click_tag: nullable(text),
  /** JSON of `AdFacts`: what the landing URL says of the ad, nothing personal. */
  ad: nullable(text),
  flags: text,
  received_ms: int,
  processed_ms: int,
})

export type BehaviorRow = RowOf<typeof insuranceBehavior>
export type FlowRow = RowOf<typeof insuranceFlow>

/** The key alone, so that looking for a repeat reads no sealed text. */
export const recordedBehavior = defineTable('insurance_behavior', {
  insurer: text,
  journey: text,
  dedupe_key: text,
})

export const productsById = lookup(insuranceProduct, ['insurer', 'inst_product_id'])
export const flowsById = lookup(insuranceFlow, ['flow_id'])
export const stagesByType = lookup(insuranceStage, ['behavior_type'])
export const recordedByKey = lookup(recordedBehavior, ['insurer', 'journey', 'dedupe_key'])
export const insertBehaviors = insertInto(insuranceBehavior)

export const insuranceMigration: Migration = {
  number: 3,
  name: 'insurance',
  statements: [
    `CREATE TABLE insurance_product (
      insurer {text} NOT NULL,
      inst_product_id {text} NOT NULL,
      name {text} NOT NULL,
      PRIMARY KEY (insurer, inst_product_id)
    ) {table_options}`,
    `CREATE TABLE insurance_flow (
      flow_id {int64} NOT NULL PRIMARY KEY,
      insurer {text} NOT NULL,
      inst_product_id {text} NOT NULL
    ) {table_options}`,
    `CREATE TABLE insurance_behavior (
      {log_position},
      id {int64} NOT NULL,
      insurer {text} NOT NULL,
      dedupe_key {text} NOT NULL,
      app_key {text} NOT NULL,
      flow_id {int64},
      inst_product_id {text} NOT NULL,
      inst_goods_code {text},
      behavior_type {text} NOT NULL,
      behavior_ms {int} NOT NULL,
      channel_source_name {text},
      advertise_org_url {bytes},
      click_tag {text},
      flags {text} NOT NULL,
      received_ms {int} NOT NULL,
      processed_ms {int} NOT NULL
    ) {table_options}`,
    'CREATE UNIQUE INDEX insurance_behavior_key ON insurance_behavior (insurer, dedupe_key)',
  ],
}
