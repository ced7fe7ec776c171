import { callKind } from './call.ts'
import { charityAccountKind } from './charity-account.ts'
import { charityEventKind } from './charity-event.ts'
import type { Kind } from './kind.ts'

/** What operators can find, in the order in which it is offered. */
export const kinds: readonly Kind[] = [callKind, charityEventKind, charityAccountKind]
