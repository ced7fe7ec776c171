import { showAccount } from './show-account.ts'
import { showCalls } from './show-calls.ts'
import { showEvent } from './show-event.ts'
import { showFlow } from './show-flow.ts'
import type { Showable } from './show-kind.ts'
import { showTags } from './show-tags.ts'

/** What `topgate show` knows, in the order of its help. */
export const showKinds: readonly Showable[] = [
  showFlow,
  showEvent,
  showAccount,
  showTags,
  showCalls,
]
