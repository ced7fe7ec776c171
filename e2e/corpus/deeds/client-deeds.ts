import type { Deeds } from './deed.ts'

/** What clients do, beside sending a request once. */
export const clientDeeds: Deeds = {
  'client.send': (run) => run.send(),
  'client.pipeline': (run, op) => run.sendPipelined(op.number('count')),
  'client.send_parallel_resigned': (run, op) => run.sendResigned(op.number('count')),
  'client.send_parallel_distinct': (run, op) => run.sendDistinct(op.number('count')),
  'client.resign_now': (run) => run.resignNow(),
  'client.reset_mutation': (run) => run.reset(),
  'client.advance_clock': (run, op) => run.clock.advance(op.number('seconds')),
}
