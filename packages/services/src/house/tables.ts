import {
  defineTable,
  insertInto,
  int,
  int64,
  lookup,
  type Migration,
  nullable,
  type RowOf,
  text,
  upsertInto,
} from '@topgate/storage'

/**
 * `bound_user_tag` is the keyed tag of the seller account that may report for the partner. Rows of
 * days older than `days_back_max` are refused; null: any day.
 */
export const housePartner = defineTable('house_partner', {
  partner: text,
  bound_user_tag: text,
  days_back_max: nullable(int),
})

/** Known brokers (type 1), shops (2) and cities (3). `exclusive` 1: nobody else may report it. */
export const houseSubject = defineTable('house_subject', {
  partner: text,
  type: int64,
  subject_id: text,
  store_id: nullable(text),
  name: nullable(text),
  exclusive: int,
})

/** The effect table: one row per call that was taken, with what became of its rows. */
export const houseReport = defineTable('house_report', {
  id: int64,
  partner: text,
  app_key: text,
  type: int64,
  call_hash: text,
  row_count: int,
  applied_count: int,
  stale_count: int,
  flags: text,
  received_ms: int,
  processed_ms: int,
})

/**
 * Which version of a day's numbers is in force, the time by which the next one is judged, and how
 * many came too late to be one.
 */
export const houseStatHead = defineTable('house_stat_head', {
  partner: text,
  type: int64,
  business_type: int64,
  statistics_date: text,
  subject: text,
  version: int,
  update_ms: int,
  stale: int,
})

/** Every version that was ever in force, append-only. `measures` is the row as JSON text. */
export const houseStatVersion = defineTable('house_stat_version', {
  partner: text,
  type: int64,
  business_type: int64,
  statistics_date: text,
  subject: text,
  version: int,
  update_ms: int,
  report_id: int64,
  row_position: int,
  measures: text,
  flags: text,
})

/**
 * The dictionary: what the owner says of a measure, or that a caller brought a new one. The newest
 * version counts. `set_ms` is when the caller brought it, 0 for an edit.
 */
export const houseMeasure = defineTable('house_measure', {
  name: text,
  version: int,
  side: text,
  bucket: text,
  measure: text,
  label: text,
  unit: text,
  confidence: text,
  set_ms: int,
})

/** How many subjects of a type a partner reports for each day. */
export const houseExpectation = defineTable('house_expectation', {
  partner: text,
  type: int64,
  subjects: int,
})

/** What a repeated call needs. */
export const reportHash = defineTable('house_report', {
  partner: text,
  call_hash: text,
  received_ms: int,
})

export type HeadRow = RowOf<typeof houseStatHead>
export type VersionRow = RowOf<typeof houseStatVersion>
export type SubjectRow = RowOf<typeof houseSubject>
export type PartnerRow = RowOf<typeof housePartner>
export type MeasureRow = RowOf<typeof houseMeasure>

export const partnersById = lookup(housePartner, ['partner'])
/** Over all partners: who else claims the subject for himself. */
export const exclusiveSubjects = lookup(houseSubject, ['type', 'subject_id', 'exclusive'])
export const reportsByHash = lookup(reportHash, ['partner', 'call_hash'])

/** The day comes before the subject: the rows of a call share it, and so do the pages they go to. */
const statKey = ['partner', 'type', 'business_type', 'statistics_date', 'subject'] as const

export const headsByKey = lookup(houseStatHead, statKey)
export const setHeads = upsertInto(houseStatHead, statKey, {
  version: 'replace',
  update_ms: 'replace',
})
/** Only counts: two nodes may do it at once, and neither may undo a newer version. */
export const addStale = upsertInto(houseStatHead, statKey, { stale: 'add' })
export const insertVersions = insertInto(houseStatVersion)
export const insertReports = insertInto(houseReport)

/** A measure that the dictionary has already stays as it is. */
export const listMeasures = upsertInto(houseMeasure, ['name', 'version'], {})

const statKeySql = statKey.join(', ')
const firstKeySql = 'partner, type, business_type, subject, statistics_date'

export const houseMigration: Migration = {
  number: 4,
  name: 'house',
  statements: [
    `CREATE TABLE house_partner (
      partner {text} NOT NULL PRIMARY KEY,
      bound_user_tag {text} NOT NULL
    ) {table_options}`,
    `CREATE TABLE house_subject (
      partner {text} NOT NULL,
      type {int64} NOT NULL,
      subject_id {text} NOT NULL,
      store_id {text},
      name {text},
      exclusive {int} NOT NULL,
      PRIMARY KEY (partner, type, subject_id)
    ) {table_options}`,
    'CREATE INDEX house_subject_exclusive ON house_subject (type, subject_id, exclusive)',
    `CREATE TABLE house_report (
      {log_position},
      id {int64} NOT NULL,
      partner {text} NOT NULL,
      app_key {text} NOT NULL,
      type {int64} NOT NULL,
      call_hash {text} NOT NULL,
      row_count {int} NOT NULL,
      applied_count {int} NOT NULL,
      stale_count {int} NOT NULL,
      flags {text} NOT NULL,
      received_ms {int} NOT NULL,
      processed_ms {int} NOT NULL
    ) {table_options}`,
    'CREATE INDEX house_report_hash ON house_report (partner, call_hash)',
    `CREATE TABLE house_stat_head (
      partner {text} NOT NULL,
      type {int64} NOT NULL,
      business_type {int64} NOT NULL,
      subject {text} NOT NULL,
      statistics_date {text} NOT NULL,
      version {int} NOT NULL,
      update_ms {int} NOT NULL,
      PRIMARY KEY (${firstKeySql})
    ) {table_options}`,
    `CREATE TABLE house_stat_version (
      partner {text} NOT NULL,
      type {int64} NOT NULL,
      business_type {int64} NOT NULL,
      subject {text} NOT NULL,
      statistics_date {text} NOT NULL,
      version {int} NOT NULL,
      update_ms {int} NOT NULL,
      report_id {int64} NOT NULL,
      row_position {int} NOT NULL,
      measures {text} NOT NULL,
      flags {text} NOT NULL,
      PRIMARY KEY (${firstKeySql}, version)
    ) {table_options}`,
  ],
}

/** Rebuilds both tables of statistics with the day before the subject in their keys. */
export const houseDaysMigration: Migration = {
  number: 12,
  name: 'house-days',
  statements: [
    'ALTER TABLE house_partner ADD COLUMN days_back_max {int}',
    `CREATE TABLE house_measure (
      name {text} NOT NULL,
      version {int} NOT NULL,
      side {text} NOT NULL,
      bucket {text} NOT NULL,
      measure {text} NOT NULL,
      label {text} NOT NULL,
      unit {text} NOT NULL,
      confidence {text} NOT NULL,
      set_ms {int} NOT NULL,
      PRIMARY KEY (name, version)
    ) {table_options}`,
    `CREATE TABLE house_expectation (
      partner {text} NOT NULL,
      type {int64} NOT NULL,
      subjects {int} NOT NULL,
      PRIMARY KEY (partner, type)
    ) {table_options}`,
    'ALTER TABLE house_stat_head RENAME TO house_stat_head_before',
    `CREATE TABLE house_stat_head (
      partner {text} NOT NULL,
      type {int64} NOT NULL,
      business_type {int64} NOT NULL,
      statistics_date {text} NOT NULL,
      subject {text} NOT NULL,
      version {int} NOT NULL,
      update_ms {int} NOT NULL,
      stale {int} NOT NULL,
      PRIMARY KEY (${statKeySql})
    ) {table_options}`,
    `INSERT INTO house_stat_head (${statKeySql}, version, update_ms, stale)
      SELECT ${statKeySql}, version, update_ms, 0 FROM house_stat_head_before`,
    'DROP TABLE house_stat_head_before',
    'ALTER TABLE house_stat_version RENAME TO house_stat_version_before',
    `CREATE TABLE house_stat_version (
      partner {text} NOT NULL,
      type {int64} NOT NULL,
      business_type {int64} NOT NULL,
      statistics_date {text} NOT NULL,
      subject {text} NOT NULL,
      version {int} NOT NULL,
      update_ms {int} NOT NULL,
      report_id {int64} NOT NULL,
      row_position {int} NOT NULL,
      measures {text} NOT NULL,
      flags {text} NOT NULL,
      PRIMARY KEY (${statKeySql}, version)
    ) {table_options}`,
    `INSERT INTO house_stat_version
        (${statKeySql}, version, update_ms, report_id, row_position, measures, flags)
      SELECT ${statKeySql}, version, update_ms, report_id, row_position, measures, flags
      FROM house_stat_version_before`,
    'DROP TABLE house_stat_version_before',
  ],
}
