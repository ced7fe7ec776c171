import type { BaseRequest } from './case.ts'
import { beijing } from './clock.ts'
import { type AppFixture, appA, appFixture, sessionOfA } from './fixtures.ts'

export interface Param {
  readonly value: string
  /** Goes into the body as it is, without escaping. */
  readonly raw: boolean
}

export type Pair = { readonly name: string; readonly value: string } | { readonly raw: string }
export type Header = [name: string, value: string]

/** The parameters of one call in a batch, or its text as it is. */
export type BatchElement = Map<string, string> | string

export interface BatchParts {
  readonly elements: BatchElement[]
  /** A good deed that nothing has sent; the same index gives the same one. */
  element(index: number): BatchElement
  /** A message of a chat. */
  readonly chat: BatchElement
}

export interface SignedBody {
  readonly contentType: string
  /** As it stands now: ops may still change what it is made of. */
  text(): string
}

/** Where parameters travel: all in a form; all in the query; the public ones in the query; or as parts. */
export type Layout = 'form' | 'query' | 'split' | 'multipart' | 'multipart_java' | 'multipart_php'

/** A request under construction: everything that an op can change. */
export interface Draft {
  app: AppFixture
  /** Public and business parameters in the order in which they travel, `sign` among them. */
  params: Map<string, Param>
  signed: boolean
  /** What `{name}` stands for in this request, beside its own parameters. */
  values?: ReadonlyMap<string, string>
  /** Pairs beside `params`, so that a name can be given twice. */
  readonly extraQuery: Pair[]
  readonly extraBody: Pair[]
  targetBytesMin: number
  layout: Layout
  separator: string
  verb: string
  path: string
  version: string
  lineEnd: string
  readonly editHeaders: ((headers: Header[]) => void)[]
  readonly rawHeaders: Buffer[]
  readonly editBody: ((body: Buffer) => Buffer)[]
  readonly extraParts: Buffer[]
  /** A body that is signed as it is, behind the parameters, which then all go into the query. */
  signedBody: SignedBody | undefined
  /** What `signedBody` is made of when the request is a batch. */
  batch: BatchParts | undefined
  firstPartHeader: string | undefined
  withoutEnd: boolean
  /** Sends the body as one chunk of this declared size. */
  chunkSize: string | undefined
  /** The client declares a body, sends a part of it and goes away. */
  cut: { readonly declaredBytes: number; readonly sentBytes: number } | undefined
}

export const publicNames: ReadonlySet<string> = new Set(
  'method app_key timestamp v format sign_method session sign'.split(' '),
)

/** A request with its public parameters, not signed yet. */
export function draftOf(
  nowMs: number,
  { method, needs_session = false }: Partial<Pick<BaseRequest, 'method' | 'needs_session'>> = {},
): Draft {
  const texts = {
    ...(method === undefined ? {} : { method }),
    app_key: appA.key,
    timestamp: beijing(nowMs),
    v: '2.0',
    format: 'json',
    sign_method: 'hmac-sha256',
    ...(needs_session ? { session: sessionOfA } : {}),
  }
  return {
    app: appA,
    params: new Map(Object.entries(texts).map(([name, value]) => [name, { value, raw: false }])),
    signed: false,
    extraQuery: [],
    extraBody: [],
    targetBytesMin: 0,
    layout: 'form',
    separator: '&',
    verb: 'POST',
    path: '/router/rest',
    version: 'HTTP/1.1',
    lineEnd: '\r\n',
    editHeaders: [],
    rawHeaders: [],
    editBody: [],
    extraParts: [],
    signedBody: undefined,
    batch: undefined,
    firstPartHeader: undefined,
    withoutEnd: false,
    chunkSize: undefined,
    cut: undefined,
  }
}

export function getParam(draft: Draft, name: string): string {
  return draft.params.get(name)?.value ?? ''
}

/** Sets a parameter where it stands, or behind the others when it is new. */
export function setParam(draft: Draft, name: string, value: string): void {
  draft.params.set(name, { value, raw: false })
}

/** Makes another app of the sandbox the caller. */
export function changeApp(draft: Draft, key: string): void {
  draft.app = appFixture(key)
  setParam(draft, 'app_key', key)
}
