import type { WriteHandler } from '@topgate/engine'
import { appOperations, limitApi } from '../apps/index.ts'
import { loadRows } from '../load/index.ts'
import { resetPassword } from '../operators/reset-password.ts'
import { sessionOperations } from '../sessions/index.ts'

/** The table of everything that an owner can do. The command line names them, and so does the socket. */
export const ownerOperations: readonly WriteHandler[] = [
  ...appOperations,
  ...sessionOperations,
  limitApi,
  resetPassword,
  loadRows,
]
