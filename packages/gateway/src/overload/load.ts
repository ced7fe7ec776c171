import type { FlowClass } from '@topgate/contracts'
import { LoadGauge, type LoadLevel, type LoadSignals } from './load-level.ts'
import { Shedder } from './shedder.ts'

/** What a node knows about its load, and which calls it refuses for it. */
export class Load {
  readonly #gauge = new LoadGauge()
  readonly #shedder = new Shedder()
  #shed = 0

  get level(): LoadLevel {
    return this.#gauge.level
  }

  get share(): number {
    return this.#gauge.share
  }

  /** Calls that were refused for load since the start. */
  get shed(): number {
    return this.#shed
  }

  /** Nothing goes any more, and calls are why: whoever comes new would only wait. */
  get isClosed(): boolean {
    return this.level === 'black' && this.#shedder.isBusy
  }

  /** Every `LOAD_STEP_MS`. */
  step(signals: LoadSignals): void {
    this.#gauge.step(signals)
    this.#shedder.step(this.#gauge.share)
  }

  admits(flowClass: FlowClass, appKey: string, peer: string): boolean {
    if (this.#shedder.admits(flowClass, appKey, peer)) return true
    this.#shed += 1
    return false
  }
}
