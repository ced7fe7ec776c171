import type { JsonValue } from '@topgate/contracts'

/** 1 broker, 2 shop, 3 city. */
export const SHOP = 2n

/** Whom a row is about. */
export interface Subject {
  /** Unique among the subjects of a partner and type. */
  readonly key: string
  /** Under this id an operator registers the subject. */
  readonly id: string
  readonly store_id: string | undefined
  /** The caller's own id of the row, in his table of that type. */
  readonly row_id: string | undefined
  /** Named only by the ids that every row has, not by the id of its type. */
  readonly isFallback: boolean
}

/** Who sends no number for a city may send its name. */
const CITY = 3n
const CITY_NAME_CHARS_MAX = 64

const ownIds: ReadonlyMap<bigint, readonly string[]> = new Map([
  [1n, ['brokerId', 'outerConsultantId', 'consultantId']],
  [SHOP, ['storeId']],
  [CITY, ['cityId', 'cityCode']],
])

/**
 * The first id of its type names the subject. Without one, a broker is named by shop and row, a
 * shop or city by the row. Ids hold no `/` and no `:`, so that no two of these names can meet.
 * Undefined when the row says nothing.
 */
export function subjectOf(
  type: bigint,
  idOf: (name: string) => string | undefined,
  cityName: JsonValue | undefined,
): Subject | undefined {
  const row_id = idOf('id')
  const store_id = idOf('storeId')
  for (const name of ownIds.get(type) ?? []) {
    const id = idOf(name)
    if (id !== undefined) return { key: id, id, store_id, row_id, isFallback: false }
  }
  if (type === CITY && isCityName(cityName)) {
    return { key: `city:${cityName}`, id: cityName, store_id, row_id, isFallback: false }
  }
  const shop = type === 1n ? store_id : undefined
  const id = row_id ?? shop
  if (id === undefined) return undefined
  const key = `${shop ?? ''}/${row_id ?? ''}`
  return { key, id, store_id, row_id, isFallback: true }
}

function isCityName(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && value !== '' && value.length <= CITY_NAME_CHARS_MAX
}
