import { statfs } from 'node:fs/promises'
import type { Load } from '@topgate/gateway'
import { sleep } from './listen.ts'
import type { Store } from './store.ts'

const DISK_SHARE_MIN = 0.05
const DISK_BYTES_MIN = 512 * 1024 * 1024
/** The answer of a probe counts for this long, so that probing costs the store next to nothing. */
const PROBE_KEPT_MS = 1_000
/** A store that takes longer for one row cannot serve. */
const PROBE_MS_MAX = 2_000

export interface Readiness {
  readonly ready: boolean
  readonly reason: ReadinessReason
}

export type ReadinessReason =
  | 'ready'
  | 'draining'
  | 'overloaded'
  | 'disk almost full'
  | 'store is slow'
  | 'store not writable'

/**
 * Whether this node can serve writes: not draining, not overloaded, room on the disk, and the store
 * took a write within the last two seconds. Asking never fails; `onChange` hears when the answer is
 * another one than before.
 */
export class Health {
  readonly #store: Pick<Store, 'saveNotes'>
  readonly #load: Pick<Load, 'level'>
  readonly #dataDir: string | null
  readonly #elapsedMs: () => number
  readonly #onChange: (now: Readiness) => void
  #draining = false
  #reason: ReadinessReason = 'ready'
  #probe: Promise<Readiness> | undefined
  #probedMs = 0

  constructor(
    store: Pick<Store, 'saveNotes'>,
    load: Pick<Load, 'level'>,
    dataDir: string | null,
    elapsedMs: () => number,
    onChange: (now: Readiness) => void,
  ) {
    this.#store = store
    this.#load = load
    this.#dataDir = dataDir
    this.#elapsedMs = elapsedMs
    this.#onChange = onChange
  }

  drain(): void {
    this.#draining = true
  }

  isDraining(): boolean {
    return this.#draining
  }

  async readiness(): Promise<Readiness> {
    const now = await this.#readiness()
    // A node that drains was told to, and says so elsewhere.
    if (now.reason !== this.#reason && !this.#draining) {
      this.#reason = now.reason
      this.#onChange(now)
    }
    return now
  }

  async #readiness(): Promise<Readiness> {
    if (this.#draining) return { ready: false, reason: 'draining' }
    if (this.#load.level === 'black') return { ready: false, reason: 'overloaded' }
    const nowMs = this.#elapsedMs()
    if (this.#probe === undefined || nowMs - this.#probedMs > PROBE_KEPT_MS) {
      this.#probedMs = nowMs
      this.#probe = this.#ask()
    }
    return this.#probe
  }

  async #ask(): Promise<Readiness> {
    try {
      if (this.#dataDir !== null && (await isDiskShort(this.#dataDir))) {
        return { ready: false, reason: 'disk almost full' }
      }
      const probe = { journal: [], dailyUse: [], probeMs: Date.now() }
      const isWritten = await Promise.race([
        this.#store.saveNotes(probe).then(() => true),
        sleep(PROBE_MS_MAX).then(() => false),
      ])
      return isWritten
        ? { ready: true, reason: 'ready' }
        : { ready: false, reason: 'store is slow' }
    } catch {
      return { ready: false, reason: 'store not writable' }
    }
  }
}

async function isDiskShort(directory: string): Promise<boolean> {
  const { bavail, blocks, bsize } = await statfs(directory)
  return bavail * bsize < DISK_BYTES_MIN && bavail < blocks * DISK_SHARE_MIN
}
