/** A number that an owner may set, between two bounds that nothing can leave. */
export interface LimitSetting {
  /** As a flag and in the settings file; the variable follows from it. */
  readonly name: string
  readonly fallback: number
  readonly min: number
  readonly max: number
  readonly about: string
  /** What the caller gets above it. */
  readonly answer: string
}

function limit(
  name: string,
  fallback: number,
  [min, max]: readonly [number, number],
  about: string,
  answer: string,
): LimitSetting {
  return { name, fallback, min, max, about, answer }
}

/** The limits of a node (reliability.md section 7). docs/LIMITS.md prints them. */
export const limitSettings = {
  sourceRefusalsMax: limit(
    'source-refusals-max',
    600,
    [1, 1_000_000],
    'calls of one address that may fail before or at the signature in a minute',
    '7 until that minute ends',
  ),
  nodeInFlightMax: limit(
    'node-in-flight-max',
    2_048,
    [16, 65_536],
    'calls under way on this node at a time',
    '10',
  ),
  appInFlightMax: limit(
    'app-in-flight-max',
    64,
    [1, 65_536],
    'calls under way of one app at a time; apps without limits: none',
    '7',
  ),
  statisticsInFlightMax: limit(
    'statistics-in-flight-max',
    4,
    [1, 1_024],
    'calls under way at a time of each API that takes statistics; apps without limits: none',
    '7',
  ),
  queueMax: limit('queue-max', 2_048, [16, 65_536], 'writes that wait for the store', '10'),
  queueWaitMsMax: limit(
    'queue-wait-ms-max',
    500,
    [10, 5_000],
    'milliseconds that a write is expected to wait for the store',
    '10',
  ),
} as const satisfies Readonly<Record<string, LimitSetting>>

export type LimitName = keyof typeof limitSettings
export type Limits = Readonly<Record<LimitName, number>>
