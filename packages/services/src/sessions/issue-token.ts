import { accept, decline, internalWrite, type WriteCall } from '@topgate/engine'
import { decideToken, type TokenChange } from './decide-token.ts'
import { loadTokens, type TokenFacts } from './load-tokens.ts'
import { saveTokens } from './save-tokens.ts'
import type { TokenAnswer } from './token-answer.ts'
import type { TokenTrouble } from './token-refusals.ts'
import type { TokenRequest } from './token-request.ts'

export type TokenOutcome =
  | { readonly kind: 'issued'; readonly answer: TokenAnswer }
  | { readonly kind: 'refused'; readonly trouble: TokenTrouble }

/** Gives a session key for a code or a refresh token: what the token end point of OAuth runs. */
export const issueToken = internalWrite<TokenRequest, TokenOutcome, TokenFacts, TokenChange>(
  'sessions.token.issue',
  {
    load: (tx, calls, vault) =>
      loadTokens(
        tx,
        calls.map(({ request }) => request.presented),
        vault,
      ),

    decide(facts, { request }: WriteCall<TokenRequest>, nowMs) {
      const decided = decideToken(facts, request, nowMs)
      if (decided.kind === 'issued') {
        return accept({ kind: 'issued', answer: decided.answer }, decided.change)
      }
      const { trouble, change } = decided
      const outcome: TokenOutcome = { kind: 'refused', trouble }
      return change === undefined ? decline(outcome) : accept(outcome, change)
    },

    save: saveTokens,
  },
)
