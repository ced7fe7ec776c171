import { authTokenRefresh } from '@topgate/contracts'
import { implementTokenApi } from './token-api.ts'
import { presentRefreshToken } from './token-request.ts'

export const refreshAuthToken = implementTokenApi(
  authTokenRefresh,
  'refresh_token',
  ({ refresh_token }) => presentRefreshToken(refresh_token),
  (token_result) => ({ token_result }),
)
