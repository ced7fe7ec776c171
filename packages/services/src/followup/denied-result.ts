import type { ApiContract } from '@topgate/contracts'

/** The words of the contract's error table, or advice that is more exact. */
export function deniedResult(api: ApiContract, code: string, advice?: string) {
  const error = api.errors.find((known) => known.code === code)
  const msg_info = [error?.about.zh, advice ?? error?.remedy.zh].join('：')
  return { success: false, msg_code: code, msg_info }
}
