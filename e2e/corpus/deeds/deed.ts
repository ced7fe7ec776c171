import type { CaseRun } from '../case-run.ts'
import type { OpArguments } from '../op-arguments.ts'

/** What a client or the world does, beside changing the request. */
export type Deed = (run: CaseRun, op: OpArguments) => Promise<void> | void

/** Deeds by `target.action`; a state is an op of its own, `state.` and its name. */
export type Deeds = Readonly<Record<string, Deed>>
