/** `hmac` is HMAC-MD5. */
export type SignMethod = 'md5' | 'hmac' | 'hmac-sha256'

export interface ClientOptions {
  /** Address of the gateway, such as `http://127.0.0.1:8080/router/rest`. */
  readonly url: string
  readonly appKey: string
  readonly secret: string
  /** Session key of a user, for the APIs that need one. A call may bring its own. */
  readonly session?: string | undefined
  /** `hmac-sha256` unless given. */
  readonly signMethod?: SignMethod | undefined
  /** 3,000 unless given. */
  readonly connectTimeoutMs?: number | undefined
  /** From sending until the whole answer is there. 10,000 unless given, more where an API waits. */
  readonly readTimeoutMs?: number | undefined
  /** How often a call is sent at most, the first time included. 3 unless given; 1 to 10. */
  readonly triesMax?: number | undefined
  /** A wait that the platform asks for is kept up to this, else its refusal is told. 30,000. */
  readonly waitMsMax?: number | undefined
  /** More of an answer is not read. 8 MiB unless given. */
  readonly bodyBytesMax?: number | undefined
  /** How many connections are open at a time; 16 unless given. */
  readonly connectionsMax?: number | undefined
  /** An `http.Agent` instead of the connections of this client, for a proxy for example. */
  readonly agent?: object | undefined
  /** Told of every try. It gets no secret, no session and no value of a field. */
  readonly log?: ((event: LogEvent) => void) | undefined
}

export interface LogEvent {
  readonly method: string
  /** Counts from 1. */
  readonly tryNumber: number
  readonly outcome: 'answered' | 'refused' | 'nonsense' | 'transport'
  readonly durationMs: number
  readonly code?: string | undefined
  readonly subCode?: string | undefined
  readonly requestId?: string | undefined
  /** The pause before the next try; absent: there is none. */
  readonly waitMs?: number | undefined
}

export interface CallOptions {
  readonly session?: string | undefined
  /** Gives the call up: it ends with a `TopTransportError` whose reason is `aborted`. */
  readonly signal?: AbortSignal | undefined
  /** Further parameters, sent as they are: what the documentation of an API does not know. */
  readonly extra?: Readonly<Record<string, string>> | undefined
}
