import type { JsonDecimal, JsonObject } from '@topgate/contracts'

/** What is odd about the numbers of a row without being wrong; flagged, never refused. */
export type Anomaly = 'SUM_MISMATCH' | 'TOTAL_BELOW_PART' | 'RATE_OVER_100'

interface Total {
  readonly total: string
  readonly parts: readonly string[]
  /** The parts make up the total, so more or less than their sum is odd. People and visitors meet
   * on both sides and are counted once in the total. */
  readonly isSum: boolean
}

const totals: readonly Total[] = [
  { total: 'totalUv', parts: ['aliUv', 'fcUv'], isSum: false },
  { total: 'totalDayTcSend', parts: ['aliDayTcSend', 'fcDayTcSend'], isSum: true },
  { total: 'totalDayTnSend', parts: ['aliDayTnSend', 'fcDayTnSend'], isSum: false },
  { total: 'allLzcSend', parts: ['fcLzcSend'], isSum: false },
  { total: 'allLznSend', parts: ['fcLznSend'], isSum: false },
  {
    total: 'totalCSend',
    parts: ['totalDayTcSend', 'aliOrderTcSend', 'fcOrderTcSend', 'allLzcSend'],
    isSum: true,
  },
  {
    total: 'totalNSend',
    parts: ['totalDayTnSend', 'aliOrderTnSend', 'fcOrderTnSend', 'allLznSend'],
    isSum: false,
  },
  { total: 'sendImAll', parts: ['replyImAll'], isSum: false },
]

/** Judges only what was reported. `cells` are by their names in camel case. */
export function anomaliesIn(cells: JsonObject): Anomaly[] {
  const found = new Set<Anomaly>()
  for (const { total, parts, isSum } of totals) {
    const whole = cells.get(total)
    if (typeof whole !== 'bigint') continue
    let sum: bigint | undefined = 0n
    for (const name of parts) {
      const part = cells.get(name)
      const isReported = typeof part === 'bigint'
      if (isReported && part > whole) found.add('TOTAL_BELOW_PART')
      sum = isReported && sum !== undefined ? sum + part : undefined
    }
    if (isSum && sum !== undefined && sum !== whole) found.add('SUM_MISMATCH')
  }
  return [...found]
}

/** The unit of rates is not known, but neither a share nor a percentage is above 100. */
export function isOver100(rate: bigint | JsonDecimal): boolean {
  return typeof rate === 'bigint' ? rate > 100n : Number(rate.decimal) > 100
}
