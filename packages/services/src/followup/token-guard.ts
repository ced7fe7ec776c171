import type { CallerApp, QueryTools } from '@topgate/engine'
import type { CallGuard, GuardTools } from '../call-guard.ts'

/**
 * Tells the operators of every token that was refused: who tries tokens, or uses one that belongs
 * to somebody else, leaves a trace. The token itself is not told.
 */
export function createTokenGuard(tools: GuardTools): CallGuard {
  return {
    async admit({ app, method }) {
      return ({ result1 }) => noteToken(tools, app, method, result1)
    },
  }
}

export function noteToken(
  tools: Pick<QueryTools, 'alert'>,
  app: CallerApp,
  method: string,
  result: unknown,
): void {
  const isRefused =
    typeof result === 'object' &&
    result !== null &&
    'msg_code' in result &&
    result.msg_code === 'TOKEN_INVALID'
  if (isRefused) tools.alert('a chat token was refused', { app_key: app.key, method })
}
