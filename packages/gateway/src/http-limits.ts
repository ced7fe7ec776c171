/** How long clients may take. */
export interface HttpTimeouts {
  /** For the head of a request, and for the whole of it. */
  readonly headersMs: number
  readonly requestMs: number
  /** How often slow sockets are looked for. */
  readonly sweepMs: number
  /** A connection without a request is kept for this long. */
  readonly keepAliveMs: number
  /** A connection with a request on which nothing moves, such as one that reads no answer. */
  readonly stalledMs: number
}

/** How much clients may send, and over how many connections (reliability.md section 7). */
export interface HttpLimits {
  readonly headerBlockBytesMax: number
  readonly bodyBytesMax: number
  /** What all large bodies together may hold before their senders have to wait. */
  readonly bodiesBytesMax: number
  readonly requestsPerSocketMax: number
  readonly connectionsMax: number
}

export const HTTP_TIMEOUTS: HttpTimeouts = {
  headersMs: 10_000,
  requestMs: 30_000,
  sweepMs: 2_000,
  keepAliveMs: 65_000,
  stalledMs: 30_000,
}

export const HTTP_LIMITS: HttpLimits = {
  headerBlockBytesMax: 16 * 1024,
  bodyBytesMax: 4 * 1024 * 1024,
  bodiesBytesMax: 64 * 1024 * 1024,
  requestsPerSocketMax: 10_000,
  connectionsMax: 2_048,
}
