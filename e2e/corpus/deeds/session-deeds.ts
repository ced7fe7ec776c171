import type { Deeds } from './deed.ts'

/** What a user has allowed, as the gateway is to see it. */
export const sessionDeeds: Deeds = {
  'state.session.scope': ({ scene }, op) => {
    const scopes: readonly string[] = JSON.parse(op.json('value'))
    scene.levers.now.session = (session) => ({ ...session, scopes })
  },
}
