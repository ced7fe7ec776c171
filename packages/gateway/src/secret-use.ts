import type { App } from './ports.ts'

/** How often each of two live secrets counted, since it was asked last. */
export interface SecretUse {
  readonly app_key: string
  /** When the old secret ends; 0: no end is set. Tells rotations apart. */
  readonly until_ms: number
  old_calls: number
  new_calls: number
  last_old_ms: number
}

/**
 * Counts by which secret calls were signed while an app has two, so that its owner sees when nobody
 * uses the old one any more. Apps with one secret cost nothing here.
 */
export class SecretUses {
  #uses = new Map<string, SecretUse>()

  /** `index`: of the secret that matched, in the order of `app.secrets`. */
  count({ key, previousUntilMs }: App, index: number, nowMs: number): void {
    const until_ms = previousUntilMs ?? 0
    let use = this.#uses.get(key)
    if (use?.until_ms !== until_ms) {
      use = { app_key: key, until_ms, old_calls: 0, new_calls: 0, last_old_ms: 0 }
      this.#uses.set(key, use)
    }
    if (index === 0) {
      use.new_calls += 1
    } else {
      use.old_calls += 1
      use.last_old_ms = nowMs
    }
  }

  /** The counts since the last time, to be added to the store. */
  take(): SecretUse[] {
    const uses = [...this.#uses.values()]
    if (uses.length > 0) this.#uses = new Map()
    return uses
  }
}
