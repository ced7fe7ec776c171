import { catalogue } from '@topgate/contracts'
import type { WriteHandler } from '@topgate/engine'
import type { Database } from '@topgate/storage'
import { auditWords, flagsOf, InputReader, OwnerRefusal, ownerOperation } from '../owner/index.ts'
import {
  type CallRates,
  isEmpty,
  limitExpects,
  type RateName,
  ratePeriods,
  readLimit,
  withMember,
} from './rates.ts'
import { apiLimitsByMethod, apiLimitTable, putApiLimit } from './tables.ts'

/** The limits of an API over all apps, and of each of its users. As JSON in the store. */
export interface StoredApiLimits extends CallRates {
  readonly per_user?: CallRates
}

export interface LimitedApi {
  readonly method: string
  readonly limits: StoredApiLimits
}

/** Of all APIs that have some. */
export async function listApiLimits(db: Database): Promise<LimitedApi[]> {
  const rows = await db.all('SELECT * FROM api_limit ORDER BY method', [], apiLimitTable.columns)
  return rows
    .map(({ method, limits }) => ({ method, limits: JSON.parse(limits) as StoredApiLimits }))
    .filter(({ limits }) => !isEmpty(limits))
}

interface Input {
  readonly method: string
  readonly rates: Readonly<Record<string, string>>
  readonly userRates: Readonly<Record<string, string>>
}

/** Changes what is named of the limits of one API over all apps. */
export const limitApi: WriteHandler = ownerOperation<
  Input,
  Map<string, StoredApiLimits>,
  LimitedApi
>('owner.api.limit', {
  read(input) {
    const reader = new InputReader(input)
    return {
      method: methodOf(reader.text('method') ?? ''),
      rates: reader.record('rates'),
      userRates: reader.record('user_rates'),
    }
  },

  async load(tx, inputs) {
    const methods = [...new Set(inputs.map(({ method }) => method))]
    await tx.lock(methods.map((method) => `api ${method}`))
    const rows = await tx.read(
      apiLimitsByMethod,
      methods.map((method) => ({ method })),
    )
    return new Map(rows.map(({ method, limits }) => [method, JSON.parse(limits)]))
  },

  decide(facts, { method, rates, userRates }) {
    if (isEmpty(rates) && isEmpty(userRates)) {
      throw new OwnerRefusal('Say what to set: `topgate api limit --help` lists all.')
    }
    const { per_user = {}, ...own } = facts.get(method) ?? {}
    const perUser = isEmpty(userRates) ? per_user : changedRates(per_user, userRates)
    const changed = isEmpty(rates) ? own : changedRates(own, rates)
    const limits = isEmpty(perUser) ? changed : { ...changed, per_user: perUser }
    facts.set(method, limits)
    return {
      object: auditWords(`api limit ${method}`, flagsOf(rates), flagsOf(userRates, 'user-')),
      result: { method, limits },
      change: { method, limits },
    }
  },

  // Of several changes of one API in a batch the last one holds them all.
  save: (tx, changes) =>
    tx.write(
      putApiLimit,
      [...new Map(changes.map(({ method, limits }) => [method, limits]))].map(
        ([method, limits]) => ({ method, limits: JSON.stringify(limits) }),
      ),
    ),
})

/** With the named rates set or taken away. Throws an `OwnerRefusal` that names every bad one. */
export function changedRates(
  before: CallRates,
  rates: Readonly<Record<string, string>>,
): CallRates {
  if (isEmpty(rates)) {
    throw new OwnerRefusal(`Say what to set: ${ratePeriods.map(({ name }) => name).join(', ')}.`)
  }
  const problems: string[] = []
  let changed = before
  for (const [name, text] of Object.entries(rates)) {
    const member: RateName | undefined = ratePeriods.find((period) => period.name === name)?.member
    const value = readLimit(text)
    if (member === undefined) problems.push(`${name}: there is no such limit`)
    else if (value === undefined) problems.push(`${name}: must be ${limitExpects}`)
    else changed = withMember(changed, member, value)
  }
  if (problems.length > 0) throw new OwnerRefusal(...problems)
  return changed
}

export function methodOf(text: string): string {
  const found = catalogue.find(({ method }) => method === text)
  if (found !== undefined) return found.method
  throw new OwnerRefusal(`There is no API "${text}"; \`topgate apis\` lists all.`)
}
