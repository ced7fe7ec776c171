import { catalogue } from '@topgate/contracts'
import type { Language } from '../language.ts'

/** The title of an API; its name when the catalogue does not know it any more. */
export function apiTitle(method: string, language: Language): string {
  return catalogue.find((api) => api.method === method)?.title[language] ?? method
}
