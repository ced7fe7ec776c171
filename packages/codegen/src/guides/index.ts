import { errors } from './errors.ts'
import { firstCall } from './first-call.ts'
import { flowControl } from './flow-control.ts'
import type { Guide } from './guide.ts'
import { idempotency } from './idempotency.ts'
import { privacy } from './privacy.ts'
import { sandbox } from './sandbox.ts'
import { sdk } from './sdk.ts'
import { sessions } from './sessions.ts'
import { signing } from './signing.ts'
import { transports } from './transports.ts'

/** The guides, in the order in which a newcomer reads them. */
export const guides: readonly Guide[] = [
  firstCall,
  sdk,
  signing,
  transports,
  sessions,
  errors,
  flowControl,
  idempotency,
  privacy,
  sandbox,
]
