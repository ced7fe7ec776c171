import { readMeasureName } from './measure-names.ts'

/** What a column of a row is, by its name in the spelling of the sample. */
export type ColumnKind =
  | 'count'
  | 'rate'
  | 'id'
  | 'day'
  | 'update-time'
  | 'business-type'
  /** Going by its name it may hold a phone number, also as a plain number. */
  | 'contact'
  /** Names and times: kept as they are. */
  | 'text'
  /** Nobody knows it yet: kept as it is, and a measure when it holds a number. */
  | 'unknown'

/** The measures of the sample, in its order. Their readings follow from their names. */
export const documentedMeasures: readonly string[] = [
  'aliDayTSendRate',
  'aliDayTcSend',
  'aliDayTnSend',
  'aliOrderTSendRate',
  'aliOrderTcSend',
  'aliOrderTnSend',
  'aliUv',
  'allLzSendRate',
  'allLzcSend',
  'allLznSend',
  'fcDayTSendRate',
  'fcDayTcSend',
  'fcDayTnSend',
  'fcLzSendRate',
  'fcLzcSend',
  'fcLznSend',
  'fcOrderTSendRate',
  'fcOrderTcSend',
  'fcOrderTnSend',
  'fcUv',
  'replyImAll',
  'replyImRate',
  'sendImAll',
  'totalCSend',
  'totalDayTSendRate',
  'totalDayTcSend',
  'totalDayTnSend',
  'totalNSend',
  'totalSendRate',
  'totalUv',
]

const ids = ['id', 'storeId', 'brokerId', 'outerConsultantId', 'consultantId', 'cityId', 'cityCode']

const kinds: ReadonlyMap<string, ColumnKind> = new Map<string, ColumnKind>([
  ...documentedMeasures.map(
    (name) => [name, readMeasureName(name).unit === 'rate' ? 'rate' : 'count'] as const,
  ),
  ...ids.map((name) => [name, 'id'] as const),
  ['statisticsDate', 'day'],
  ['updateTime', 'update-time'],
  ['businessType', 'business-type'],
])

const contact = /(?:phone|mobile|contact|idcard|idno)/i
/** A number here names something or dates it, and measures nothing. */
const noMeasure = /(?:^id|Id|Code|Type|Name|Time|Date)$/

function kindOf(name: string): ColumnKind {
  const known = kinds.get(name)
  if (known !== undefined) return known
  if (contact.test(name)) return 'contact'
  return noMeasure.test(name) ? 'text' : 'unknown'
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
  return documentedColumns.get(name) ?? readColumnName(name)
}

function readColumnName(name: string): Column | undefined {
  if (!/^[A-Za-z0-9_]{1,64}$/.test(name)) return undefined
  const camel = name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())
  return { kind: kindOf(camel), name: camel, isOther: camel !== name }
}

/** The names of the sample in both spellings: reading 40 names costs more than all else of a row. */
const documentedColumns: ReadonlyMap<string, Column> = new Map(
  [...kinds.keys(), 'storeName', 'createTime']
    .flatMap((camel) => [camel, camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)])
    .flatMap((name) => {
      const column = readColumnName(name)
      return column === undefined ? [] : [[name, column] as const]
    }),
)
