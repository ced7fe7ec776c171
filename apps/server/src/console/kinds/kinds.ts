import { callKind } from './call.ts'
import { charityAccountKind } from './charity-account.ts'
import { charityEventKind } from './charity-event.ts'
import { followupChatKind } from './followup-chat.ts'
import { houseSubjectKind } from './house-subject.ts'
import { insuranceFlowKind } from './insurance-flow.ts'
import type { Kind } from './kind.ts'
import { taggedUserKind } from './tagged-user.ts'

/** What operators can find, in the order in which it is offered. */
export const kinds: readonly Kind[] = [
  callKind,
  insuranceFlowKind,
  charityEventKind,
  charityAccountKind,
  houseSubjectKind,
  taggedUserKind,
  followupChatKind,
]
