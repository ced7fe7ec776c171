import { loadActivities } from '../charity/load-activities.ts'
import { loadChannels } from '../charity/load-channels.ts'
import { loadRules } from '../charity/load-rules.ts'
import { loadCentres } from '../followup/load-centres.ts'
import { loadChatTokens } from '../followup/load-chat-tokens.ts'
import { loadConversations } from '../followup/load-conversations.ts'
import { loadDoctors } from '../followup/load-doctors.ts'
import { loadGroups } from '../followup/load-groups.ts'
import { loadPatients } from '../followup/load-patients.ts'
import { loadExpectations } from '../house/load-expectations.ts'
import { loadMeasures } from '../house/load-measures.ts'
import { loadPartners } from '../house/load-partners.ts'
import { loadSubjects } from '../house/load-subjects.ts'
import { loadBehaviours } from '../insurance/load-behaviours.ts'
import { loadProducts } from '../insurance/load-products.ts'
import { loadSources } from '../retail/load-sources.ts'
import { loadTags } from '../retail/load-tags.ts'
import { loadUsers } from '../retail/load-users.ts'
import type { LoadKind } from './load-kind.ts'

/** What `topgate load` takes, in the order in which it is written. */
export const loadKinds: readonly LoadKind[] = [
  loadProducts,
  loadBehaviours,
  loadChannels,
  loadRules,
  loadActivities,
  loadPartners,
  loadSubjects,
  loadExpectations,
  loadMeasures,
  loadSources,
  loadTags,
  loadUsers,
  loadCentres,
  loadDoctors,
  loadGroups,
  loadPatients,
  loadConversations,
  loadChatTokens,
]
