import { setInRow } from '../edits/json-edits.ts'
import { signDraft } from '../sign-draft.ts'
import type { Deeds } from './deed.ts'

/** What needs several nodes on one store. */
export const nodeDeeds: Deeds = {
  'client.send_to_nodes': async (run, op) => {
    const nodes = await run.scene.stage.nodes(op.number('count'))
    const bytes = run.bytes()
    await run.exchange(
      nodes.map(() => bytes),
      {},
      nodes,
    )
  },

  // Each a second newer than the one before it.
  'client.send_to_nodes_conflicting': async (run, op) => {
    const { stage, levers } = run.scene
    const nodes = await stage.nodes(op.number('count'))
    // Both find no row of the key, and the index has the last word.
    levers.expectReport('batch: retry')
    const requests = nodes.map((_, at) => {
      setInRow(run.draft, { updateTime: `"2022-04-03 10:00:0${at}"`, aliUv: String(at) })
      signDraft(run.draft)
      return run.bytes()
    })
    await run.exchange(requests, {}, nodes)
  },
}
