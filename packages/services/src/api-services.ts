import type { WriteHandler } from '@topgate/engine'
import { bindUser, syncUserAction, unbindUser } from './charity/index.ts'
import { createChatGuard, fetchFollowup, recallFollowup, sendFollowup } from './followup/index.ts'
import { backFlowInvestData } from './house/index.ts'
import { syncUserBehavior, userBehaviorCheck } from './insurance/index.ts'
import { noteAct, setPassword } from './operators/index.ts'
import { ownerOperations } from './owner/operations.ts'
import {
  addUserTag,
  createTagGuard,
  invalidTagAnswer,
  removeTags,
  userTagCheck,
} from './retail/index.ts'
import type { ApiService } from './service.ts'
import { createAuthToken, grantAccess, issueToken, refreshAuthToken } from './sessions/index.ts'
import { getAppIp, getTime } from './system/index.ts'

/** The code behind every API of the catalogue. A new API is a new line here. */
export const apiServices: readonly ApiService[] = [
  { handler: syncUserBehavior, check: userBehaviorCheck.check },
  { handler: syncUserAction },
  { handler: backFlowInvestData },
  {
    handler: addUserTag,
    check: userTagCheck.check,
    invalid: ({ detail }) => invalidTagAnswer(detail.argument ?? ''),
    guard: createTagGuard,
  },
  { handler: sendFollowup, guard: createChatGuard },
  { handler: fetchFollowup },
  { handler: recallFollowup, guard: createChatGuard },
  { handler: getTime },
  { handler: getAppIp },
  { handler: createAuthToken },
  { handler: refreshAuthToken },
]

/** Everything that the engine runs: the writing APIs, and the platform's own writes. */
export const writeHandlers: readonly WriteHandler[] = [
  ...apiServices.flatMap(({ handler }) => ('steps' in handler ? [handler] : [])),
  bindUser,
  unbindUser,
  removeTags,
  setPassword,
  noteAct,
  grantAccess,
  issueToken,
  ...ownerOperations,
]
