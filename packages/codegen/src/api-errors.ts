import {
  type ApiContract,
  type Bilingual,
  type Field,
  type PlatformError,
  type PlatformErrorName,
  platformErrors,
  type Retry,
} from '@topgate/contracts'
import type { Guide } from './guides/guide.ts'
import { guideOfStage } from './guides/guide-of-stage.ts'

const platformErrorNames = Object.keys(platformErrors) as PlatformErrorName[]

/** One row of 错误码解释. */
export interface ErrorRow {
  /** Stable within the page: `answer-404`, `50-isv.invalid-parameter`. */
  readonly id: string
  readonly where: 'answer' | 'error-response'
  readonly code: string
  readonly subCode?: string
  readonly msg?: string
  readonly cause: Bilingual
  readonly remedy: Bilingual
  readonly retry: Retry
  /** What explains it at length, if anything does. */
  readonly guide: Guide | null
}

/** Every error that a caller of this API can meet: its own first, then those of the gateway. */
export function errorRows(api: ApiContract): ErrorRow[] {
  const own = api.errors.map(
    ({ where, code, about, remedy, retry }): ErrorRow => ({
      id: `${where}-${code}`,
      where,
      code: where === 'answer' ? code : '50',
      ...(where === 'answer' ? {} : { subCode: code }),
      cause: about,
      remedy,
      retry,
      guide: null,
    }),
  )
  return [...own, ...platformErrorNames.filter((name) => canHappen(name, api)).map(platformRow)]
}

/** Every error of the platform itself, whatever API is called, by rising code. */
export function platformErrorRows(): ErrorRow[] {
  return platformErrorNames.map(platformRow).sort((a, b) => Number(a.code) - Number(b.code))
}

function platformRow(name: PlatformErrorName): ErrorRow {
  const { stage, code, msg, subCode, cause, remedy, retry }: PlatformError = platformErrors[name]
  return {
    id: name,
    where: 'error-response',
    code: String(code),
    msg,
    ...(subCode === undefined ? {} : { subCode }),
    cause,
    remedy,
    retry,
    guide: guideOfStage(stage),
  }
}

/** What the contract rules out; everything else belongs to the way of every call. */
function canHappen(name: PlatformErrorName, api: ApiContract): boolean {
  switch (name) {
    case 'missing-session':
    case 'user-not-permitted':
      return api.access === 'session'
    case 'consent-too-old':
      return api.access === 'session' && api.securityClass.endsWith('2')
    case 'package-missing':
    case 'no-packages':
      return api.package !== null
    case 'missing-argument':
      return Object.values(api.request).some(requiresSomething)
    case 'invalid-parameter':
      return api.invalidAs === 'error-response' && Object.keys(api.request).length > 0
    case 'signature-collision':
      return api.signatureMemory !== 'none'
    default:
      return true
  }
}

function requiresSomething(field: Field): boolean {
  if (field.need === 'required') return true
  if (field.kind === 'struct') return Object.values(field.fields).some(requiresSomething)
  return field.kind === 'list' && requiresSomething(field.item)
}
