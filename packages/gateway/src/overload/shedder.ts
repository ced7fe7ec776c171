import { type FlowClass, flowClasses } from '@topgate/contracts'

/** Calls of one app in one class during this step. */
interface AppCalls {
  offered: number
  /** Share of its calls that go through. */
  pass: number
  /** Parts of calls that were saved up. */
  credit: number
}

interface ClassCalls {
  offered: number
  /** For an app that did not call in the last step. */
  pass: number
  readonly apps: Map<string, AppCalls>
}

/**
 * So few calls a step, a thousand a second, are no load, whatever is slow: they are always admitted.
 * A busy machine around the node is no reason to refuse the few who call.
 */
export const CALLS_ALWAYS = 250

/**
 * Decides which calls a node refuses under load. What comes next in the order of classes is shed
 * before what stands in front of it; inside a class every app may call as often as any other before
 * one is refused, so that the loudest is refused first. Each step goes by the calls of the last one.
 */
export class Shedder {
  readonly #classes: Readonly<Record<FlowClass, ClassCalls>> = {
    ledger: newClass(),
    event: newClass(),
    statistics: newClass(),
    read: newClass(),
  }
  #share = 1
  #isBusy = false

  /** The last step brought more calls than are no load. */
  get isBusy(): boolean {
    return this.#isBusy
  }

  /** Whether a call of this app may go on. */
  admits(flowClass: FlowClass, appKey: string): boolean {
    const calls = this.#classes[flowClass]
    calls.offered += 1
    if (this.#share >= 1) return true
    let app = calls.apps.get(appKey)
    if (app === undefined) {
      app = { offered: 0, pass: calls.pass, credit: 0 }
      calls.apps.set(appKey, app)
    }
    app.offered += 1
    app.credit += app.pass
    if (app.credit < 1) return false
    app.credit -= 1
    return true
  }

  /** Begins a step in which this share of what was offered in the last one is admitted. */
  step(share: number): void {
    const classes = flowClasses.map((name) => this.#classes[name])
    const offered = classes.reduce((sum, calls) => sum + calls.offered, 0)
    this.#isBusy = offered > CALLS_ALWAYS
    let left = Math.max(CALLS_ALWAYS, share * offered)
    for (const calls of classes) {
      const allowed = Math.min(calls.offered, left)
      left -= allowed
      calls.pass = calls.offered === 0 ? Math.min(1, left) : allowed / calls.offered
      if (share >= 1) calls.apps.clear()
      else dealOut(calls, allowed)
      calls.offered = 0
    }
    this.#share = share
  }
}

function newClass(): ClassCalls {
  return { offered: 0, pass: 1, apps: new Map() }
}

/** Gives every app the same number of calls, and what one does not use to the others. */
function dealOut({ apps }: ClassCalls, allowed: number): void {
  const called = [...apps].sort(([, a], [, b]) => a.offered - b.offered)
  let left = allowed
  called.forEach(([key, app], at) => {
    if (app.offered === 0) {
      apps.delete(key)
      return
    }
    const part = Math.min(app.offered, left / (called.length - at))
    left -= part
    app.pass = part / app.offered
    app.offered = 0
  })
}
