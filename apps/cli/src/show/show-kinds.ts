import { showAccount } from './show-account.ts'
import { showAudit } from './show-audit.ts'
import { showCalls } from './show-calls.ts'
import { showChat } from './show-chat.ts'
import { showEvent } from './show-event.ts'
import { showFlow } from './show-flow.ts'
import type { Showable } from './show-kind.ts'
import { showMeasures } from './show-measures.ts'
import { showStat } from './show-stat.ts'
import { showTags } from './show-tags.ts'

/** What `topgate show` knows, in the order of its help. */
export const showKinds: readonly Showable[] = [
  showFlow,
  showEvent,
  showAccount,
  showTags,
  showStat,
  showMeasures,
  showChat,
  showCalls,
  showAudit,
]
