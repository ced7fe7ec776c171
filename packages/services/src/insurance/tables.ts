import {
  bytes,
  defineTable,
  insertInto,
  int,
  int64,
  lookup,
  type Migration,
  nullable,
  text,
} from '@topgate/storage'

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
})

/** One row per step that took effect. The landing URL is sealed; `flags` are short codes with commas. */
export const insuranceBehavior = defineTable('insurance_behavior', {
  id: int64,
  insurer: text,
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
  flags: text,
  received_ms: int,
  processed_ms: int,
})

/** The key alone, so that looking for a repeat reads no sealed text. */
export const recordedBehavior = defineTable('insurance_behavior', {
  insurer: text,
  dedupe_key: text,
})

export const productsById = lookup(insuranceProduct, ['insurer', 'inst_product_id'])
export const flowsById = lookup(insuranceFlow, ['flow_id'])
export const recordedByKey = lookup(recordedBehavior, ['insurer', 'dedupe_key'])
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
