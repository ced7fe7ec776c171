import type { Deeds } from './deed.ts'

/** What the server is like, as its owner and its ports make it. */
export const stateDeeds: Deeds = {
  'state.clock.offset_s': (run, op) => {
    run.clock.serverOffsetMs = op.number('value') * 1000
  },

  // An app that is deleted is one that nobody finds.
  'state.app.status': ({ scene, draft }, op) => {
    if (op.text('value') !== 'deleted') throw new Error('only deleted')
    const { key } = draft.app
    scene.levers.now.app = (app) => (app.key === key ? undefined : app)
  },

  'state.policy.auth_token_required': async (run, op) => {
    if (!op.isTrue('value')) throw new Error('only true')
    const { scene } = run
    const decide = (required: boolean) => {
      const row = { corp: 'CORP_A', auth_token_required: String(required) }
      return scene.quietly(() => scene.stage.load('centres', row))
    }
    await decide(true)
    run.afterwards(() => decide(false))
  },
}
