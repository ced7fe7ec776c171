import type { StageName } from '@topgate/contracts'
import { firstCall } from './first-call.ts'
import { flowControl } from './flow-control.ts'
import type { Guide } from './guide.ts'
import { sessions } from './sessions.ts'
import { signing } from './signing.ts'
import { transports } from './transports.ts'

const guideByStage: Readonly<Partial<Record<StageName, Guide>>> = {
  source: signing,
  read: transports,
  app: firstCall,
  time: signing,
  signature: signing,
  replay: signing,
  limits: flowControl,
  session: sessions,
  'user-limits': flowControl,
}

/** What to read when a check has refused a call; null where the words of the error are enough. */
export function guideOfStage(stage: StageName): Guide | null {
  return guideByStage[stage] ?? null
}
