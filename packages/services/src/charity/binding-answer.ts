/** The answer to binding and unbinding, which are the platform's own writes without a contract. */
export interface BindingAnswer {
  readonly success: boolean
  readonly code: bigint
  readonly msg: string
  /** Pending minutes of the key that this call moved to the user. */
  readonly moved_minutes: number
}

export function bindingDone(moved_minutes: number): BindingAnswer {
  return { success: true, code: 200n, msg: '成功', moved_minutes }
}

export function bindingDenied(code: bigint, msg: string): BindingAnswer {
  return { success: false, code, msg, moved_minutes: 0 }
}
