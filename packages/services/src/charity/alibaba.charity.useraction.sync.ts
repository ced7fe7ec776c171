import { userActionSync } from '@topgate/contracts'
import { implementWrite } from '@topgate/engine'
import { loadActionFacts } from './action-facts.ts'
import { decideAction } from './decide-action.ts'
import { saveLedger } from './ledger-store.ts'

/** A channel reports a good deed of a user, which becomes charity hours. */
export const syncUserAction = implementWrite(userActionSync, {
  load: loadActionFacts,
  decide: decideAction,
  save: saveLedger,
})
