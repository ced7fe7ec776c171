import type { Deeds } from './deed.ts'

/** What the server is like, changed through the ports that its composition root takes. */
export const stateDeeds: Deeds = {
  'state.clock.offset_s': (run, op) => {
    run.clock.serverOffsetMs = op.number('value') * 1000
  },
}
