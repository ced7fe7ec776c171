/** What a column of a row is, by its name in the spelling of the sample. */
export type ColumnKind =
  | 'count'
  | 'rate'
  | 'id'
  | 'day'
  | 'update-time'
  | 'business-type'
  /** Names, and every column that nobody knows yet: kept as it is. */
  | 'free'

const kinds: ReadonlyMap<string, ColumnKind> = new Map([
  ...known('count', [
    'aliUv',
    'fcUv',
    'totalUv',
    'aliDayTcSend',
    'aliDayTnSend',
    'aliOrderTcSend',
    'aliOrderTnSend',
    'fcDayTcSend',
    'fcDayTnSend',
    'fcOrderTcSend',
    'fcOrderTnSend',
    'fcLzcSend',
    'fcLznSend',
    'allLzcSend',
    'allLznSend',
    'totalDayTcSend',
    'totalDayTnSend',
    'totalCSend',
    'totalNSend',
    'sendImAll',
    'replyImAll',
  ]),
  ...known('rate', [
    'aliDayTSendRate',
    'aliOrderTSendRate',
    'fcDayTSendRate',
    'fcOrderTSendRate',
    'fcLzSendRate',
    'allLzSendRate',
    'totalDayTSendRate',
    'totalSendRate',
    'replyImRate',
  ]),
  ...known('id', [
    'id',
    'storeId',
    'brokerId',
    'outerConsultantId',
    'consultantId',
    'cityId',
    'cityCode',
  ]),
  ...known('day', ['statisticsDate']),
  ...known('update-time', ['updateTime']),
  ...known('business-type', ['businessType']),
])

function known(kind: ColumnKind, names: readonly string[]): [string, ColumnKind][] {
  return names.map((name) => [name, kind])
}

export interface Column {
  readonly kind: ColumnKind
  /** The name in camel case: rows mix `store_id` and `storeName`. */
  readonly name: string
  /** Sent in the other spelling. */
  readonly isOther: boolean
}

/** Undefined for a name that no column may have. */
export function columnOf(name: string): Column | undefined {
  if (!/^[A-Za-z0-9_]{1,64}$/.test(name)) return undefined
  const camel = name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())
  return { kind: kinds.get(camel) ?? 'free', name: camel, isOther: camel !== name }
}
