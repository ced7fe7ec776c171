import type { ApiContract } from './api.ts'
import type { Bilingual, Fields } from './kinds.ts'

/**
 * An API as its documentation knows it. One that is served here has its whole contract; one that was
 * imported from a description has none and is documentation only.
 */
export interface DocumentedApi {
  readonly method: string
  readonly apiId?: number
  readonly title: Bilingual
  readonly description: Bilingual
  readonly category: Bilingual
  readonly notice: boolean
  readonly request: Fields
  readonly response: Fields
  readonly served: ApiContract | null
}

export function documentServed(api: ApiContract): DocumentedApi {
  const { method, apiId, title, description, category, notice, request, response } = api
  return {
    method,
    ...(apiId === undefined ? {} : { apiId }),
    title,
    description,
    category,
    notice,
    request,
    response,
    served: api,
  }
}
