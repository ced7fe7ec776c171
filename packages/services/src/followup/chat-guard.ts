import type { CallerApp, QueryTools, WriteCall } from '@topgate/engine'
import type { CallGuard } from '../call-guard.ts'
import type { ServiceTools } from '../service.ts'
import { watchOf } from './conversation-watch.ts'
import { callerOf } from './people.ts'

/** The APIs that write messages name the conversation and tell the outcome alike. */
type ChatCall = WriteCall<{ readonly request1: { readonly session_id: string } }>
interface ChatResult {
  readonly success: boolean
  readonly msg_code: string
}

/**
 * Watches what this node writes: those who poll here hear of it at once, and the operators hear of
 * every token that was refused.
 */
export function createChatGuard(tools: ServiceTools): CallGuard {
  const watch = watchOf(tools)
  return {
    async admit(call) {
      const { app, method, request } = call as ChatCall
      return (answer) => {
        const result = answer.result1 as ChatResult
        noteToken(tools, app, method, result)
        const { session_id } = request.request1
        if (result.success) watch.forgetHead({ corp: callerOf(app).corp, session_id })
      }
    },
  }
}

/** Who tries tokens, or uses that of somebody else, leaves a trace. The token itself is not told. */
export function noteToken(
  tools: Pick<QueryTools, 'alert'>,
  { key }: CallerApp,
  method: string,
  { msg_code }: Pick<ChatResult, 'msg_code'>,
): void {
  if (msg_code === 'TOKEN_INVALID')
    tools.alert('a chat token was refused', { app_key: key, method })
}
