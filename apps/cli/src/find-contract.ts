import { type ApiContract, catalogue } from '@topgate/contracts'
import { didYouMean } from '@topgate/protocol'
import { UsageError } from './exit-codes.ts'

/** The contract of a method, or undefined with `mayBeUnknown`. */
export function findContract(method: string, mayBeUnknown: boolean): ApiContract | undefined {
  const found = catalogue.find((api) => api.method === method)
  if (found !== undefined || mayBeUnknown) return found
  const names = catalogue.map((api) => api.method)
  const advice = didYouMean(method, names) || '; `topgate apis` lists them'
  throw new UsageError(`There is no API ${method}${advice} (--force sends it all the same)`)
}
