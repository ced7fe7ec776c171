import type { Scene } from '../case-run.ts'
import type { Draft } from '../draft.ts'
import type { Judge } from '../judge.ts'

/** What a case starts from: a good request, made anew for each case. */
export interface Base {
  /** Signed by the runner, unless it says that it is signed. Nothing has used `eventId` before. */
  draft(scene: Scene, eventId: string): Draft | Promise<Draft>
  /** By default an answer is judged as that of one call of an API. */
  readonly judge?: Judge
  /** Refusals are answers like any other: the connection goes on. */
  readonly keepsOpen?: true
  /** What would be a leak elsewhere and stands in this answer on purpose. */
  readonly shows?: string
  /** Several calls in one request: while one is refused, others may take effect. */
  readonly isSeveral?: true
}
