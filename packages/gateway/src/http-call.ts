/** Headers by their lower-case names, as the transport read them. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** A request as bytes, before anything of it is understood. Any transport can make one. */
export interface HttpCall {
  /** The HTTP verb, upper case. */
  readonly verb: string
  /** The part of the target after `?`, undecoded, one character per byte. */
  readonly query: string
  readonly contentType: string | undefined
  readonly headers: RequestHeaders
  readonly body: Uint8Array
  /** The address of the caller, canonical: an IPv4 address never in its IPv6 form. */
  readonly peer: string
}

/** An answer as bytes-to-be. Always HTTP 200: several clients take any other status as a breakdown. */
export interface Reply {
  readonly contentType: string
  readonly body: string
  /** The body in the encoding that `headers` name, when it is not sent as it is. */
  readonly packed?: Uint8Array
  /** Further headers, harmless to old clients. */
  readonly headers?: Readonly<Record<string, string>>
}
