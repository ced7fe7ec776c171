import type { Bilingual } from '@topgate/contracts'
import type { SdkField } from './fields.ts'
import type { SdkApi } from './model.ts'

/** What stands above the class of a call, a paragraph each. */
export function apiDoc(api: SdkApi): string[] {
  return [
    ...bothLanguages(api.title),
    api.method,
    ...bothLanguages(api.description),
    ...(api.session === 'required' ? ['Needs the session key of a user.'] : []),
    ...(api.repeatNote === null ? [] : bothLanguages(api.repeatNote)),
  ]
}

/** What stands above a member of a generated class. */
export function fieldDoc(field: SdkField): string[] {
  return [
    ...bothLanguages(field.about),
    ...field.limits.flatMap(bothLanguages),
    ...(field.oneOf.length === 0 ? [] : [`Documented: ${field.oneOf.join(', ')}`]),
  ]
}

/** Both languages, or one where they are the same. */
export function bothLanguages({ zh, en }: Bilingual): string[] {
  return zh === en ? [zh] : [zh, en]
}
