import type { Vault } from '@topgate/storage'
import type { UseType } from './tag-answers.ts'
import { plainMobile, type TagClaim, type TagRequest } from './tag-claim.ts'

export type IdentityKind =
  | 'open_id'
  | 'alipay_user_id'
  | 'mobile'
  | 'mobile_md5'
  | 'mobile_sha256'
  | 'isv_user_id'

/** One given identifier. `scope` is what it is only valid in: the app, the source, or nothing. */
export interface Identifier {
  readonly kind: IdentityKind
  readonly scope: string
  readonly value: string
  /** What the answer says when this identifier decides. */
  readonly use_type: UseType
}

/** What refusals call the identifiers of each kind. */
export const fieldOf: Readonly<Record<IdentityKind, string>> = {
  open_id: 'open_id',
  alipay_user_id: 'alipay_user_id',
  mobile: 'ext_param.mobile',
  mobile_md5: 'ext_param.mobileMd5',
  mobile_sha256: 'ext_param.mobileSha256',
  isv_user_id: 'isv_user_id',
}

/** What a source may be limited to: the hashes of a phone count as the phone. */
export const identifierNames = ['open_id', 'alipay_user_id', 'mobile', 'isv_user_id'] as const
export type IdentifierName = (typeof identifierNames)[number]

export function nameOf(kind: IdentityKind): IdentifierName {
  return kind === 'mobile_md5' || kind === 'mobile_sha256' ? 'mobile' : kind
}

/**
 * The identifiers of a request in the order in which they decide. `isv_user_id` counts only when
 * there is no other one.
 */
export function identifiersOf(
  app_key: string,
  source: string,
  request: TagRequest,
  claim: TagClaim,
): Identifier[] {
  const strong = [
    identifier('open_id', app_key, request.open_id, 'tbId'),
    identifier('alipay_user_id', '', request.alipay_user_id, 'alipayId'),
    identifier('mobile', '', claim.mobile, 'mobile'),
    identifier('mobile_md5', '', claim.mobile_md5, 'mobile'),
    identifier('mobile_sha256', '', claim.mobile_sha256, 'mobile'),
  ].flat()
  return strong.length > 0 ? strong : ownIdOf(source, request)
}

/** The id that the user has at the source; also beside others, since it is bound to the user. */
export function ownIdOf(source: string, { isv_user_id }: TagRequest): Identifier[] {
  return identifier('isv_user_id', source, isv_user_id, 'isvUserId')
}

/** The phone that a source sends as `isv_user_id`; none when it is not the form of a phone. */
export function phoneInIsvUserId({ kind, value }: Identifier): Identifier | undefined {
  const mobile = kind === 'isv_user_id' ? plainMobile(value) : undefined
  return mobile === undefined
    ? undefined
    : { kind: 'mobile', scope: '', value: mobile, use_type: 'mobile' }
}

/** By this an identifier is found in the database: plain ones are stored nowhere. */
export function identityTag(
  vault: Vault,
  { kind, scope, value }: Pick<Identifier, 'kind' | 'scope' | 'value'>,
): string {
  return vault.tag(`retail_${kind}`, `${scope} ${value}`)
}

/** The name of an identifier among the facts of one batch. */
export function identityKey({ kind, scope, value }: Identifier): string {
  return `${kind} ${scope} ${value}`
}

function identifier(
  kind: IdentityKind,
  scope: string,
  value: string | undefined,
  use_type: UseType,
): Identifier[] {
  return value === undefined ? [] : [{ kind, scope, value, use_type }]
}
