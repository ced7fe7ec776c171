import { statfs } from 'node:fs/promises'
import type { Store } from './store.ts'

const DISK_SHARE_MIN = 0.05
const DISK_BYTES_MIN = 512 * 1024 * 1024
/** The answer of a probe counts for this long, so that probing costs the store next to nothing. */
const PROBE_KEPT_MS = 1_000

export interface Readiness {
  readonly ready: boolean
  readonly reason: string
}

/**
 * Whether this node can serve writes: not draining, room on the disk, and the store took a write
 * within the last two seconds. Asking never fails.
 */
export class Health {
  readonly #store: Pick<Store, 'saveNotes'>
  readonly #dataDir: string | null
  readonly #elapsedMs: () => number
  #draining = false
  #probe: Promise<Readiness> | undefined
  #probedMs = 0

  constructor(store: Pick<Store, 'saveNotes'>, dataDir: string | null, elapsedMs: () => number) {
    this.#store = store
    this.#dataDir = dataDir
    this.#elapsedMs = elapsedMs
  }

  drain(): void {
    this.#draining = true
  }

  isDraining(): boolean {
    return this.#draining
  }

  async readiness(): Promise<Readiness> {
    if (this.#draining) return { ready: false, reason: 'draining' }
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
      await this.#store.saveNotes({ journal: [], dailyUse: [], probeMs: Date.now() })
      return { ready: true, reason: 'ready' }
    } catch {
      return { ready: false, reason: 'store not writable' }
    }
  }
}

async function isDiskShort(directory: string): Promise<boolean> {
  const { bavail, blocks, bsize } = await statfs(directory)
  return bavail * bsize < DISK_BYTES_MIN && bavail < blocks * DISK_SHARE_MIN
}
