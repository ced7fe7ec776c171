/** How much a node has to do, from nothing to worry about to nothing goes any more. */
export const loadLevels = ['green', 'yellow', 'red', 'black'] as const
export type LoadLevel = (typeof loadLevels)[number]

/** What is measured of a node. The worst of them counts. */
export interface LoadSignals {
  /** How late the event loop is, 99th percentile of the last step. */
  readonly loopDelayMs: number
  /** How long a write that comes now would wait for the store. */
  readonly queueWaitMs: number
  /** Used share of the memory that there is, 0 to 1. */
  readonly memoryShare: number
}

/** Levels are looked at this often. */
export const LOAD_STEP_MS = 250

/** Where yellow, red and black begin (reliability.md section 8). */
const bounds: Readonly<Record<keyof LoadSignals, readonly [number, number, number]>> = {
  loopDelayMs: [40, 100, 500],
  queueWaitMs: [100, 300, 1000],
  memoryShare: [0.7, 0.85, 0.95],
}

/** So many calm steps lead down one level. */
const CALM_STEPS = 2_000 / LOAD_STEP_MS
const FASTER_DOWN = 0.7
const SLOWLY_UP = 0.05
const SHARE_MIN = 0.05

/** The level of a node and the share of its calls that it admits: fast down, slowly up. */
export class LoadGauge {
  #level = 0
  #calmSteps = 0
  /** By the step before. */
  #measured = 0
  #share = 1

  get level(): LoadLevel {
    return loadLevels[this.#level] ?? 'black'
  }

  /** 1: every call. */
  get share(): number {
    return this.#share
  }

  /** One step of `LOAD_STEP_MS`. */
  step(signals: LoadSignals): void {
    const now = levelOf(signals)
    // One long stop, such as a collection of garbage, is no load: red and black take two steps.
    const measured = Math.min(now, Math.max(this.#measured, YELLOW))
    this.#measured = now
    if (measured >= this.#level) {
      this.#level = measured
      this.#calmSteps = 0
    } else {
      this.#calmSteps += 1
      if (this.#calmSteps === CALM_STEPS) {
        this.#level -= 1
        this.#calmSteps = 0
      }
    }
    if (measured >= RED) {
      this.#share = Math.max(SHARE_MIN, this.#share * FASTER_DOWN)
    } else {
      this.#share = Math.min(1, this.#share + SLOWLY_UP)
    }
  }
}

const YELLOW = loadLevels.indexOf('yellow')
const RED = loadLevels.indexOf('red')

function levelOf(signals: LoadSignals): number {
  let level = 0
  for (const name of ['loopDelayMs', 'queueWaitMs', 'memoryShare'] as const) {
    const passed = bounds[name].filter((bound) => signals[name] >= bound).length
    level = Math.max(level, passed)
  }
  return level
}
