import type { ApiContract, RequestOf, ResponseOf } from '@topgate/contracts'
import { accept, implementPreparedWrite, refuse, type WriteHandler } from '@topgate/engine'
import { decideToken, type TokenChange } from './decide-token.ts'
import { loadTokens, type TokenFacts } from './load-tokens.ts'
import { saveTokens } from './save-tokens.ts'
import { tokenRefusals } from './token-refusals.ts'
import { freshTokens, type PresentedToken, type TokenRequest } from './token-request.ts'

type Prepared = Omit<TokenRequest, 'app_key'>

/**
 * The token step as an API. Its answer is not remembered, because only hashes of tokens are: a call
 * that is repeated holds out its code or refresh token a second time.
 */
export function implementTokenApi<A extends ApiContract>(
  api: A,
  field: string,
  present: (request: RequestOf<A>) => PresentedToken,
  answerOf: (token_result: string) => ResponseOf<A>,
): WriteHandler {
  return implementPreparedWrite<A, Prepared, TokenFacts, TokenChange>(
    api,
    (request) => ({ presented: present(request), scopes: null, fresh: freshTokens() }),
    {
      load: (tx, calls, vault) =>
        loadTokens(
          tx,
          calls.map(({ request }) => request.presented),
          vault,
        ),

      decide(facts, { app, request }, nowMs) {
        const decided = decideToken(facts, { ...request, app_key: app.key }, nowMs)
        if (decided.kind === 'issued') {
          return accept(answerOf(JSON.stringify(decided.answer)), decided.change)
        }
        const { about } = tokenRefusals[decided.trouble]
        const subMsg = `非法参数：${field} ${about.zh}`
        return refuse('invalid-parameter', { subMsg, argument: field }, decided.change)
      },

      save: saveTokens,
    },
  )
}
