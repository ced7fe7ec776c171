import { type Database, insertInto, lookup, type Transaction } from '@topgate/storage'
import { documentedMeasures } from './columns.ts'
import { type MeasureReading, readMeasureName } from './measure-names.ts'
import { houseMeasure, type MeasureRow } from './tables.ts'

/** More versions than this mean that callers invent names; the rest is left out. */
const VERSIONS_MAX = 20_000

/**
 * How sure the reading of a measure is. `inferred`: ours, from the name, for the measures of the
 * documented sample. `unconfirmed`: the same for a name that only a caller used. `confirmed`: the
 * owner says so.
 */
export type MeasureConfidence = 'inferred' | 'unconfirmed' | 'confirmed'

export interface Measure extends MeasureReading {
  readonly name: string
  /** Counts up with every edit; 0: nobody has touched it. */
  readonly version: number
  readonly confidence: string
}

/** What is known about measures: edits of the owner, else what their names say. */
export class Dictionary {
  readonly #edited: ReadonlyMap<string, MeasureRow>

  static async read(db: Database): Promise<Dictionary> {
    const columns = Object.keys(houseMeasure.columns).join(', ')
    const rows = await db.all(
      `SELECT ${columns} FROM house_measure ORDER BY name, version LIMIT ?`,
      [VERSIONS_MAX],
      houseMeasure.columns,
    )
    return Dictionary.of(rows)
  }

  /** Of several versions the last one counts. */
  static of(rows: readonly MeasureRow[]): Dictionary {
    return new Dictionary(new Map(rows.map((row) => [row.name, row])))
  }

  private constructor(edited: ReadonlyMap<string, MeasureRow>) {
    this.#edited = edited
  }

  get(name: string): Measure {
    const row = this.#edited.get(name)
    if (row !== undefined) return measureOf(row)
    const confidence = documentedMeasures.includes(name) ? 'inferred' : 'unconfirmed'
    return { name, version: 0, confidence, ...readMeasureName(name) }
  }

  /** The measures of the documented sample, then those that callers added, by name. */
  all(): Measure[] {
    const added = [...this.#edited.keys()].filter((name) => !documentedMeasures.includes(name))
    return [...documentedMeasures, ...added].map((name) => this.get(name))
  }
}

function measureOf({ set_ms: _, unit, ...row }: MeasureRow): Measure {
  return { ...row, unit: units.find((known) => known === unit) ?? 'unknown' }
}

/** The units that an edit may give. */
export const units = ['times', 'people', 'visitors', 'rate', 'unknown'] as const

/** What an owner may say about a measure; what he leaves out stays as it was. */
export interface MeasureEdit extends Partial<Omit<MeasureReading, 'unit'>> {
  readonly name: string
  readonly unit?: (typeof units)[number]
  readonly confidence?: MeasureConfidence
}

const insertMeasures = insertInto(houseMeasure)
const measuresByName = lookup(houseMeasure, ['name'])

/** Adds a version for each edit, over the newest one; earlier versions stay. */
export async function editMeasures(tx: Transaction, edits: readonly MeasureEdit[]): Promise<void> {
  const stored = await tx.read(measuresByName, edits)
  const dictionary = Dictionary.of(stored.toSorted((a, b) => a.version - b.version))
  await tx.write(
    insertMeasures,
    edits.map((edit) => {
      const before = dictionary.get(edit.name)
      const edited = { ...before, confidence: 'confirmed', ...edit }
      return { ...edited, version: before.version + 1, set_ms: 0 }
    }),
  )
}
