import { repairedCurl } from '@topgate/codegen'
import type { Why } from './find-why.ts'

/** The answer to "why" for programs; 64-bit numbers are text. */
export function whyJson(why: Why, routerUrl: string): string {
  const { repaired, ...rest } = why
  const told = {
    ...rest,
    repaired:
      repaired === null
        ? null
        : { curl: repairedCurl(repaired, routerUrl), changes: repaired.changes },
  }
  return JSON.stringify(told, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
}
