import { type Bilingual, catalogue, platformErrors } from '@topgate/contracts'
import type { JournalRow } from '@topgate/services'

export interface Explanation {
  readonly cause: Bilingual
  readonly remedy: Bilingual
}

/** What the contracts say about a failure, in the words of the documentation. */
export function explainFailure(
  call: Pick<JournalRow, 'method' | 'code' | 'sub_code'>,
): Explanation | undefined {
  const own = catalogue
    .find(({ method }) => method === call.method)
    ?.errors.find(({ code }) => code === call.sub_code)
  if (own !== undefined) return { cause: own.about, remedy: own.remedy }
  const sameCode = Object.values(platformErrors).filter(({ code }) => code === call.code)
  return (
    sameCode.find(({ subCode }) => (subCode ?? '') === call.sub_code) ??
    (sameCode.length === 1 ? sameCode[0] : undefined)
  )
}
