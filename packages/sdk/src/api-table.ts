/** What the client has to know of an API at run time. The generated table of an SDK is made of it. */
export interface ApiFacts {
  readonly session: 'required' | 'not-needed' | 'unknown'
  /** When a call whose fate is unknown may be sent again: see `decideRetry`. */
  readonly repeat: 'free' | 'same-bytes' | 'unknown'
  /** How long the platform may take. */
  readonly deadlineMs?: number
  readonly request: Shapes
  readonly response: Shapes
  /** Where an answer says whether it succeeded, as steps below its root. */
  readonly outcome?: {
    readonly flag: readonly string[]
    readonly success: string
    readonly code: readonly string[]
  }
  readonly errors: readonly ErrorFacts[]
}

/** Fields by their names on the wire. */
export type Shapes = Readonly<Record<string, Shape>>

export interface Shape {
  readonly kind:
    | 'text'
    | 'int64'
    | 'byte'
    | 'decimal'
    | 'moment'
    | 'flag'
    | 'bytes'
    | 'json'
    | 'any'
    | 'struct'
    | 'list'
  readonly required?: true
  /** Of a struct. */
  readonly fields?: Shapes
  /** Of a list. */
  readonly item?: Shape
}

/** Whether sending the call again can help: never, as it is, with a new session, or after a wait. */
export type Retry = 'never' | 'same-request' | 'new-session' | 'later'

export interface ErrorFacts {
  readonly where: 'answer' | 'error-response'
  readonly code: string
  readonly subCode?: string
  readonly zh: string
  readonly en: string
  readonly retry: Retry
}

/** Every API of an SDK, and the refusals that each call can meet. */
export interface ApiTable {
  readonly version: string
  readonly apis: Readonly<Record<string, ApiFacts>>
  readonly errors: readonly ErrorFacts[]
}
