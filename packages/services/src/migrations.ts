import { logIndex, type Migration } from '@topgate/storage'
import {
  evidenceMigration,
  flowMigration,
  journalIndexMigration,
  ownerMigration,
  platformMigration,
} from './apps/index.ts'
import {
  accountIndexMigration,
  charityMigration,
  keyTablesMigration,
  summedTotalsMigration,
} from './charity/index.ts'
import { followupMigration, followupRecallMigration } from './followup/index.ts'
import { houseDaysMigration, houseMigration } from './house/index.ts'
import { insuranceFunnelMigration, insuranceMigration } from './insurance/index.ts'
import { operatorsMigration } from './operators/index.ts'
import { retailLookupsMigration, retailMigration } from './retail/index.ts'
import { familiesMigration } from './sessions/index.ts'
import { vaultMigration } from './vault/index.ts'

/** Leads from the id of a call to the row that it became. */
const logIndexMigration: Migration = {
  number: 46,
  name: 'log-index',
  statements: [],
  postgres: ['charity_action', 'insurance_behavior', 'house_report', 'retail_tag_event'].map(
    logIndex,
  ),
}

/** The schema, step by step. An applied step never changes: a change is a new one at the end. */
export const migrations: readonly Migration[] = [
  platformMigration,
  charityMigration,
  insuranceMigration,
  houseMigration,
  retailMigration,
  followupMigration,
  insuranceFunnelMigration,
  houseDaysMigration,
  retailLookupsMigration,
  followupRecallMigration,
  ownerMigration,
  operatorsMigration,
  vaultMigration,
  accountIndexMigration,
  journalIndexMigration,
  keyTablesMigration,
  summedTotalsMigration,
  familiesMigration,
  flowMigration,
  evidenceMigration,
  logIndexMigration,
]
