import {
  type ApiError,
  type Bilingual,
  type DocumentedApi,
  type PlatformErrorName,
  platformErrors,
  type Retry,
} from '@topgate/contracts'
import { responseRoot } from '@topgate/protocol'
import { classStem } from './class-stem.ts'
import { readFields, type SdkField, type SdkStruct } from './fields.ts'
import { NameTable, type Naming } from './naming.ts'

/** What an SDK of one language is generated from. Plain data; every name in it is ready for use. */
export interface SdkModel {
  readonly version: string
  /** In the order of their methods. */
  readonly apis: readonly SdkApi[]
  /** The refusals that every call can meet. */
  readonly platformErrors: readonly SdkError[]
}

export interface SdkApi {
  readonly method: string
  readonly title: Bilingual
  readonly description: Bilingual
  /** `AlibabaCharityUseractionSync`; the classes are named after it with `Request` and `Response`. */
  readonly name: string
  /** The root member of an answer. */
  readonly root: string
  /** `unknown` of an API that was imported: its description does not say. */
  readonly session: 'required' | 'not-needed' | 'unknown'
  readonly request: readonly SdkField[]
  /** The classes that the fields use; one that another uses comes before it. */
  readonly requestStructs: readonly SdkStruct[]
  readonly response: readonly SdkField[]
  readonly responseStructs: readonly SdkStruct[]
  readonly outcome: SdkOutcome | null
  /**
   * When a call may be sent again whose fate is unknown (a time-out, a broken connection). `free`: it
   * only reads. `same-bytes`: the platform knows a repeated call by its signature or business key,
   * so the very same bytes may be sent again. `unknown`: only what surely was not run, or what the
   * platform itself asks to repeat.
   */
  readonly repeat: 'free' | 'same-bytes' | 'unknown'
  /** What a repeated call does, in words. */
  readonly repeatNote: Bilingual | null
  /** How long the platform may take; a client has to wait longer. Null: not known. */
  readonly deadlineMs: number | null
  /** The failures of this API alone: told in its answer (`declined`) or by `sub_code`. */
  readonly errors: readonly SdkError[]
}

/** The paths are steps below the root member; digits are a place in a list. */
export interface SdkOutcome {
  readonly flag: readonly string[]
  /** The text of the flag that means success; a boolean counts as `true` or `false`. */
  readonly success: string
  readonly code: readonly string[]
}

export interface SdkError {
  /** `answer`: `code` is what the answer itself says. `error-response`: `code` of the refusal. */
  readonly where: 'answer' | 'error-response'
  readonly code: string
  /** Null: any. */
  readonly subCode: string | null
  readonly about: Bilingual
  readonly remedy: Bilingual
  readonly retry: Retry
}

/**
 * The model of an SDK in the language with these names. Throws `SdkRefusal` for an API that has no
 * form in code or on the wire.
 */
export function buildSdkModel(
  apis: readonly DocumentedApi[],
  naming: Naming,
  version: string,
): SdkModel {
  const stems = new NameTable(naming, 'api')
  const sorted = [...apis].sort((a, b) => (a.method < b.method ? -1 : 1))
  return {
    version,
    apis: sorted.map((api) => buildApi(api, naming, classStem(api.method, stems))),
    platformErrors: (Object.keys(platformErrors) as PlatformErrorName[]).map(platformError),
  }
}

function buildApi(api: DocumentedApi, naming: Naming, name: string): SdkApi {
  const { method, title, description, served } = api
  const classes = [`${name}Request`, `${name}Response`]
  const requestTypes = new NameTable(naming, 'type', classes)
  const responseTypes =
    naming.structsLiveIn === 'api' ? requestTypes : new NameTable(naming, 'type', classes)
  const request = readFields(api, 'request', naming, requestTypes)
  const response = readFields(api, 'response', naming, responseTypes)
  return {
    method,
    title,
    description,
    name,
    root: responseRoot(method),
    session: sessionOf(api),
    request: request.fields,
    requestStructs: request.structs,
    response: response.fields,
    responseStructs: response.structs,
    outcome: outcomeOf(api),
    repeat: repeatOf(api),
    repeatNote: served?.repeat ?? null,
    deadlineMs: served?.deadlineMs ?? null,
    errors: (served?.errors ?? []).map(ownError),
  }
}

function sessionOf({ served }: DocumentedApi): SdkApi['session'] {
  if (served === null) return 'unknown'
  return served.access === 'session' ? 'required' : 'not-needed'
}

function repeatOf({ served }: DocumentedApi): SdkApi['repeat'] {
  if (served === null) return 'unknown'
  return served.effect === 'read' ? 'free' : 'same-bytes'
}

function outcomeOf({ served }: DocumentedApi): SdkOutcome | null {
  const rule = served?.outcome ?? null
  if (rule === null) return null
  return { flag: rule.flag.split('.'), success: rule.success, code: rule.code.split('.') }
}

function ownError({ where, code, about, remedy, retry }: ApiError): SdkError {
  return {
    where,
    code: where === 'answer' ? code : '50',
    subCode: where === 'answer' ? null : code,
    about,
    remedy,
    retry,
  }
}

function platformError(name: PlatformErrorName): SdkError {
  const { code, subCode, cause, remedy, retry } = platformErrors[name]
  return {
    where: 'error-response',
    code: String(code),
    subCode: subCode ?? null,
    about: cause,
    remedy,
    retry,
  }
}
