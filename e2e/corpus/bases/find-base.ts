import type { Case, Corpus } from '../case.ts'
import { apiBase } from './api-base.ts'
import type { Base } from './base.ts'
import { batchBase } from './batch-base.ts'
import { oauthAuthorizeBase, oauthTokenBase } from './oauth-bases.ts'

/** What is no call of one API, by the name that the corpus gives it. */
const otherBases: Readonly<Record<string, (corpus: Corpus) => Base>> = {
  batch: batchBase,
  oauth_token: () => oauthTokenBase,
  oauth_authorize: () => oauthAuthorizeBase,
}

/** What the case starts from, or undefined when the runner does not know it. */
export function findBase(corpus: Corpus, { base }: Case): Base | undefined {
  const { method, needs_session = false, params } = corpus.base_requests[base] ?? {}
  if (method === undefined || params === undefined) return otherBases[base]?.(corpus)
  return apiBase({ method, needs_session, params })
}
