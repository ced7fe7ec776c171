import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One request that is wrong, hostile or just inside a boundary, and the answer it must get. */
export interface Case {
  readonly id: string
  readonly layer: string
  readonly description: string
  /** Name of the good request that the case starts from. */
  readonly base: string
  /** `resign`: the ops change the request before it is signed; otherwise after. */
  readonly mutation: { readonly resign: boolean; readonly ops: readonly Op[] }
  readonly outcome: Outcome
  readonly expected_http: number | null
  readonly expected_code: number | null
  /** The `sub_code`, or the inner code of a business error, begins with this. Null: any or none. */
  readonly expected_sub_code_prefix: string | null
  readonly note: string
  /** The member `error` of an answer of OAuth. */
  readonly expected_error?: string
}

/**
 * `business_error`: a failure told inside the normal answer of the API. `top_error`: an
 * `error_response`. `http_error`: an HTTP status other than 200. `close`: the connection ends without
 * an answer. `delivery_blocked`: a webhook is not delivered.
 */
export type Outcome =
  | 'accept'
  | 'business_error'
  | 'top_error'
  | 'http_error'
  | 'close'
  | 'delivery_blocked'

/** A change of the request, or something that its client does. */
export interface Op {
  readonly target: string
  readonly action: string
  readonly [argument: string]: unknown
}

export interface BaseRequest {
  readonly method: string
  readonly needs_session: boolean
  readonly params: Readonly<Record<string, string>>
}

export interface Corpus {
  readonly cases: readonly Case[]
  readonly base_requests: Readonly<Record<string, Partial<BaseRequest>>>
}

const here = import.meta.dirname
const sharedPath = join(here, '..', '..', '..', 'shared', 'spec', 'bad-inputs.json')

/** The corpus that lies beside the checkout, or undefined: a clone alone does not have it. */
export function readSharedCorpus(): Corpus | undefined {
  return existsSync(sharedPath) ? readJson(sharedPath) : undefined
}

/** The small corpus of this project, with cases of each class. */
export function readOwnCorpus(): Corpus {
  return readJson(join(here, 'own-cases.json'))
}

/** Ids of shared cases that the runner cannot express yet, by what they need. */
export function readLater(): Readonly<Record<string, readonly string[]>> {
  return readJson(join(here, 'later.json'))
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'))
}
