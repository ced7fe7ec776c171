import type { SdkError } from './model.ts'

/**
 * Errors by what an SDK looks them up with: code and sub code, with a blank between. Of several with
 * the same the first is the plainest.
 */
export function errorsByCode(errors: readonly SdkError[]): ReadonlyMap<string, SdkError> {
  const found = new Map<string, SdkError>()
  for (const error of errors) {
    const key = `${error.code} ${error.subCode ?? ''}`
    if (!found.has(key)) found.set(key, error)
  }
  return found
}
