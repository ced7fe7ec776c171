import { authTokenCreate } from '@topgate/contracts'
import { implementTokenApi } from './token-api.ts'
import { presentCode } from './token-request.ts'

export const createAuthToken = implementTokenApi(
  authTokenCreate,
  'code',
  ({ code }) => presentCode(code, null, undefined),
  (token_result) => ({ token_result }),
)
