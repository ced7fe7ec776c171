import type { Draft } from '../draft.ts'
import type { Fill } from '../notation.ts'
import type { OpArguments } from '../op-arguments.ts'

/** Changes a request as an op says. */
export type Edit = (draft: Draft, op: OpArguments, fill: Fill) => void

/** Edits by `target.action`. */
export type Edits = Readonly<Record<string, Edit>>
