import { type FlowClass, flowClasses } from '@topgate/contracts'

/** Calls of one caller in one class during this step. */
interface CallerCalls {
  offered: number
  /** Share of its calls that go through. */
  pass: number
  /** Parts of calls that were saved up. */
  credit: number
}

interface ClassCalls {
  offered: number
  /** For a caller who did not call in the last step. */
  pass: number
  readonly callers: Map<string, CallerCalls>
}

/**
 * So few calls a step, a thousand a second, are no load, whatever is slow: they are always admitted.
 * A busy machine around the node is no reason to refuse the few who call.
 */
export const CALLS_ALWAYS = 250

/**
 * Decides which calls a node refuses under load. What comes next in the order of classes is shed
 * before what stands in front of it; inside a class every caller may call as often as any other
 * before one is refused, so that the loudest is refused first. A caller is an app at an address: no
 * signature was checked yet, and who floods a node with somebody else's key must not use up his
 * share. Each step goes by the calls of the last one.
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

  /** Whether a call of this app from this address may go on. */
  admits(flowClass: FlowClass, appKey: string, peer: string): boolean {
    const calls = this.#classes[flowClass]
    calls.offered += 1
    if (this.#share >= 1) return true
    const name = `${appKey} ${peer}`
    let caller = calls.callers.get(name)
    if (caller === undefined) {
      caller = { offered: 0, pass: calls.pass, credit: 0 }
      calls.callers.set(name, caller)
    }
    caller.offered += 1
    caller.credit += caller.pass
    if (caller.credit < 1) return false
    caller.credit -= 1
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
      if (share >= 1) calls.callers.clear()
      else dealOut(calls, allowed)
      calls.offered = 0
    }
    this.#share = share
  }
}

function newClass(): ClassCalls {
  return { offered: 0, pass: 1, callers: new Map() }
}

/** Gives every caller the same number of calls, and what one does not use to the others. */
function dealOut({ callers }: ClassCalls, allowed: number): void {
  const called = [...callers].sort(([, a], [, b]) => a.offered - b.offered)
  let left = allowed
  called.forEach(([name, caller], at) => {
    if (caller.offered === 0) {
      callers.delete(name)
      return
    }
    const part = Math.min(caller.offered, left / (called.length - at))
    left -= part
    caller.pass = part / caller.offered
    caller.offered = 0
  })
}
