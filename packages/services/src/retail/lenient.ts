import type { Leniency } from '@topgate/contracts'
import type { CallerApp } from '@topgate/engine'
import type { BoundAccount } from './find-user.ts'
import { fieldOf, type Identifier, identityKey, nameOf } from './identifiers.ts'
import { maskNick } from './mask.ts'
import type { ReadRequest, TagFacts } from './tag-facts.ts'

/**
 * What a lenient app meets instead of a decline: any well-formed source and tag, and an account for
 * every well-formed Alipay id and phone. No account or source is stored, so a strict app never sees
 * them.
 */

/** Test values: identifiers that end so find nobody, or somebody who wants no tags. */
const UNKNOWN_ENDING = '0000'
const REFUSING_ENDING = '0001'

/**
 * Under which name the marks of an unregistered source are kept: the app stands before the source,
 * with a sign that no `biz_code` has, so that they can never be those of somebody else's source.
 */
export function lenientSource(app: CallerApp, biz_code: string): string | undefined {
  if (app.profile !== 'lenient' || app.biz_codes.includes(biz_code)) return undefined
  return `${app.key}:${biz_code}`
}

export function isMadeUp({ profile, key }: CallerApp, source: string): boolean {
  return profile === 'lenient' && source.startsWith(`${key}:`)
}

export interface People {
  readonly bindings: TagFacts['bindings']
  readonly forgiven: readonly Leniency[]
}

/**
 * The bindings as the app of a call may see them. For a lenient one each Alipay id or phone of
 * nobody belongs to the user whom the other identifiers name, else to an account of its own.
 */
export function leniently(
  { bindings, identityTags }: TagFacts,
  app: CallerApp,
  { source, identifiers }: Pick<ReadRequest, 'source' | 'identifiers'>,
): People {
  if (app.profile !== 'lenient') return { bindings, forgiven: [] }
  const forgiven: Leniency[] = isMadeUp(app, source ?? '') ? ['created-on-first-use:biz_code'] : []
  const unknown = identifiers.filter(
    (identifier) => isSynthetic(identifier) && !bindings.has(identityKey(identifier)),
  )
  const [first] = unknown
  if (first === undefined) return { bindings, forgiven }
  const known = identifiers.flatMap((identifier) => bindings.get(identityKey(identifier)) ?? [])
  const account = known[0] ?? syntheticAccount(first, identityTags)
  const all = new Map(bindings)
  for (const identifier of unknown) {
    all.set(identityKey(identifier), [account])
    forgiven.push(`synthetic-account:${fieldOf[identifier.kind]}`)
  }
  return { bindings: all, forgiven }
}

function isSynthetic({ kind, value }: Identifier): boolean {
  const name = nameOf(kind)
  return (name === 'alipay_user_id' || name === 'mobile') && !value.endsWith(UNKNOWN_ENDING)
}

/** Its tag is that of the identifier: the same person each time, and no account has it. */
function syntheticAccount(
  identifier: Identifier,
  identityTags: TagFacts['identityTags'],
): BoundAccount {
  return {
    user_tag: identityTags.get(identityKey(identifier)) ?? '',
    is_primary: true,
    verified_ms: null,
    social_nick: maskNick(`tb_${identifier.value.slice(-1)}`),
    status: 'ACTIVE',
    refused: identifier.value.endsWith(REFUSING_ENDING),
    is_made_up: true,
  }
}
