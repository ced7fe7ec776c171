import {
  type ConsentTerms,
  grantAccess,
  hashToken,
  newCode,
  type SessionUser,
} from '@topgate/services'
import type { PlatformWrite } from '../platform-write.ts'
import { type AuthorizeRequest, returnAddress } from './authorize-request.ts'

/** RFC 6749 section 4.1.2.1. */
const refusedByUser = {
  error: 'access_denied',
  error_description: 'The user refused the authorisation.',
} as const

/** Stores that the user agreed, and gives the address to which he takes the code. */
export async function allowAccess(
  request: AuthorizeRequest,
  user: SessionUser,
  write: PlatformWrite,
  terms: ConsentTerms,
): Promise<string> {
  const code = newCode()
  await write(grantAccess, {
    ...terms,
    app_key: request.app.key,
    user,
    scopes: request.scopes,
    redirect_uri: request.redirectUri,
    code_hash: hashToken(code),
    code_challenge: request.challenge,
  })
  return returnAddress(request, { code })
}

/** Where a user goes who has refused. */
export function refuseAccess(request: AuthorizeRequest): string {
  return returnAddress(request, refusedByUser)
}
