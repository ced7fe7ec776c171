import type { Retry } from './api-table.ts'
import type { Remedy } from './errors.ts'
import type { CallOptions } from './options.ts'

/** A file of a request. */
export interface TopFile {
  readonly name: string
  readonly data: Uint8Array
}

/** The call was fine and the API said no, in its own documented way. */
export interface Decline {
  readonly code: string | undefined
  readonly retry: Retry
  readonly remedy: Remedy | undefined
}

/** The types of an API's request and response, by the name of its method. */
export interface ApiTypes {
  readonly request: object
  readonly response: object
}

interface AnswerBase<Data> {
  /** With the documented types. Everything may be absent: the wire promises nothing. */
  readonly data: Data
  readonly requestId: string | undefined
  /** The whole answer as it came. */
  readonly body: string
  /** What nobody documented, or what does not fit its type: JSON text by dotted path. */
  readonly unknown: Readonly<Record<string, string>>
  /** How often the call was sent. */
  readonly tries: number
}

/** The one way to ask whether a call succeeded, whatever shape the API says it in. */
export type Answer<Data> =
  | (AnswerBase<Data> & { readonly success: true })
  | (AnswerBase<Data> & { readonly success: false; readonly decline: Decline })

/** The request may be left out where nothing in it is required. */
export type CallArguments<Request> = object extends Request
  ? [request?: Request, options?: CallOptions]
  : [request: Request, options?: CallOptions]
