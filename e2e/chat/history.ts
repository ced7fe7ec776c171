/** A message that a node acknowledged. */
export interface Acknowledged {
  readonly session: string
  readonly writer: number
  /** Of this writer in this conversation, from 0. */
  readonly number: number
  readonly id: string
  readonly stamp: number
}

/** A message as a poller met it, in the order of its pages. */
export interface Met {
  readonly writer: number
  readonly number: number
  readonly id: string
  readonly stamp: number
}

export interface History {
  readonly acknowledged: readonly Acknowledged[]
  /** What the poller of each conversation met. */
  readonly met: ReadonlyMap<string, readonly Met[]>
}

export function nameOf({ writer, number }: Pick<Met, 'writer' | 'number'>): string {
  return `message ${number} of writer ${writer}`
}
