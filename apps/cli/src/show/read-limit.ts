import { UsageError } from '../exit-codes.ts'

const LIMIT = 20
const LIMIT_MAX = 1000

/** The value of `--limit`: how many lines are wanted. */
export function readLimit(text: string | undefined): number {
  if (text === undefined) return LIMIT
  const limit = /^[0-9]{1,4}$/.test(text) ? Number(text) : 0
  if (limit >= 1 && limit <= LIMIT_MAX) return limit
  throw new UsageError(`--limit ${text}: must be a number from 1 to ${LIMIT_MAX}`)
}
