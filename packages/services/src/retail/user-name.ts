import type { Vault } from '@topgate/storage'
import { taobaoUserTag } from '../sessions/index.ts'
import { identityTag } from './identifiers.ts'
import { plainMobile } from './tag-claim.ts'

/** What an operator types to name a user, as the keyed tags that it may stand for. */
export interface UserName {
  /** As an account number. */
  readonly account: string | undefined
  /** As a phone number or an Alipay id. */
  readonly identities: readonly string[]
}

/** Longer texts are nobody's number. */
const DIGITS_MAX = 19

/** The digits of a phone may also be those of an account: both are looked up. */
export function readUserName(vault: Vault, text: string): UserName {
  const isNumber = /^[0-9]+$/.test(text) && text.length <= DIGITS_MAX
  const mobile = plainMobile(text)
  const identity = (kind: 'mobile' | 'alipay_user_id', value: string) =>
    identityTag(vault, { kind, scope: '', value })
  return {
    account: isNumber ? taobaoUserTag(vault, text) : undefined,
    identities: [
      ...(/^2088[0-9]{12}$/.test(text) ? [identity('alipay_user_id', text)] : []),
      ...(mobile === undefined ? [] : [identity('mobile', mobile)]),
    ],
  }
}
