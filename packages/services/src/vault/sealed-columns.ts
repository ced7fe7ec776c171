import { type SealedColumn, sealedColumn } from '@topgate/storage'
import { secretContext } from '../apps/app.ts'
import { appTable } from '../apps/tables.ts'
import { sealContext } from '../charity/ledger-store.ts'
import { charityAction } from '../charity/tables.ts'
import { contentContext, keyContext } from '../followup/content-key.ts'
import { patientNameContext } from '../followup/seed.ts'
import { followupConversation, followupMessage, followupPatient } from '../followup/tables.ts'
import { urlContext } from '../insurance/step-store.ts'
import { insuranceBehavior } from '../insurance/tables.ts'
import { reasonContext } from '../operators/audit.ts'
import { auditTable } from '../operators/tables.ts'
import { retailAccount, retailMiss, retailTagEvent } from '../retail/tables.ts'
import { nickContext, userIdContext } from '../retail/tag-facts.ts'
import { extParamContext, membersContext } from '../retail/tag-store.ts'
import { familyUserContext } from '../sessions/grant-access.ts'
import { sessionUserContext } from '../sessions/session.ts'
import { familyTable, sessionTable } from '../sessions/tables.ts'

/** Everything that the master key seals. A new sealed column is a new line here. */
export const sealedColumns: readonly SealedColumn[] = [
  sealedColumn(appTable, 'secret', ['app_key'], ({ app_key }) => secretContext(app_key)),
  sealedColumn(appTable, 'previous_secret', ['app_key'], ({ app_key }) => secretContext(app_key)),
  sealedColumn(sessionTable, 'user', ['token_hash'], ({ token_hash }) =>
    sessionUserContext(token_hash),
  ),
  sealedColumn(familyTable, 'user', ['id'], ({ id }) => familyUserContext(id)),
  sealedColumn(charityAction, 'sealed', ['channel', 'event_id'], ({ channel, event_id }) =>
    sealContext(channel, event_id),
  ),
  sealedColumn(insuranceBehavior, 'advertise_org_url', ['id'], ({ id }) => urlContext(id)),
  sealedColumn(retailAccount, 'user_id', ['user_tag'], ({ user_tag }) => userIdContext(user_tag)),
  sealedColumn(retailAccount, 'nick', ['user_tag'], ({ user_tag }) => nickContext(user_tag)),
  sealedColumn(retailTagEvent, 'ext_param', ['id'], ({ id }) => extParamContext(id)),
  sealedColumn(retailMiss, 'members', ['id'], ({ id }) => membersContext(id)),
  sealedColumn(followupPatient, 'name', ['corp', 'patient_id'], ({ corp, patient_id }) =>
    patientNameContext(corp, patient_id),
  ),
  sealedColumn(followupConversation, 'content_key', ['corp', 'session_id'], keyContext),
  // Only those from before their conversation had a key of its own.
  sealedColumn(followupMessage, 'content', ['corp', 'session_id'], contentContext),
  sealedColumn(auditTable, 'reason', ['id'], ({ id }) => reasonContext(id)),
]
