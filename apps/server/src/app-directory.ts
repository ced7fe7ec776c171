import type { App, AppLimits, Grant, Session } from '@topgate/gateway'
import {
  findApp,
  findSession,
  type RegisteredApp,
  type AppLimits as StoredLimits,
} from '@topgate/services'
import type { Database, Vault } from '@topgate/storage'
import { addressList } from './address-list.ts'
import { ratesOf } from './flow.ts'
import { FreshCache } from './fresh-cache.ts'

/** Apps as the gateway sees them, read from the store and kept for two seconds. */
export function createAppDirectory(
  db: Database,
  vault: Vault,
  elapsedMs: () => number,
  nowMs: () => number,
) {
  return new FreshCache<App>(async (key) => {
    const app = await findApp(db, vault, key)
    return app === undefined ? undefined : appOf(app, nowMs())
  }, elapsedMs)
}

export function createSessionDirectory(db: Database, elapsedMs: () => number) {
  return new FreshCache<Session>(async (token) => {
    const session = await findSession(db, token)
    if (session === undefined) return undefined
    return {
      appKey: session.app_key,
      userTag: session.user_tag,
      expiresMs: session.expires_ms,
      revoked: session.revoked,
      scopes: session.scopes,
      r2UntilMs: session.r2_until_ms,
      w2UntilMs: session.w2_until_ms,
    }
  }, elapsedMs)
}

function appOf(app: RegisteredApp, nowMs: number): App {
  const { limits } = app
  const previous = previousSecret(app, nowMs)
  return {
    key: app.app_key,
    name: app.name,
    status: app.status,
    group: app.group,
    secrets: [app.secret, ...previous],
    ...(app.previous_secret === null || previous.length > 0
      ? {}
      : { retiredSecret: app.previous_secret }),
    previousUntilMs: app.previous_until_ms,
    minSignMethod: app.min_sign_method,
    profile: app.profile,
    limits: limits === null ? null : limitsOf(limits),
    grants: new Map(
      app.grants.map((grant): [typeof grant.package, Grant] => [
        grant.package,
        {
          approved: grant.approved,
          expiresMs: grant.expires_ms,
          requested: grant.requested_ms !== null,
        },
      ]),
    ),
    allows: app.ip_allow.length === 0 ? null : addressList(app.ip_allow),
    owns: app.owns,
    biz_codes: app.biz_codes,
    redirectUris: app.redirect_uris,
  }
}

function limitsOf({ in_flight, per_api = {}, per_user = {}, ...rates }: StoredLimits): AppLimits {
  const perApi = Object.entries(per_api).map(([method, own]) => [method, ratesOf(own)] as const)
  return {
    ...ratesOf(rates),
    perApi: new Map(perApi),
    perUser: ratesOf(per_user),
    inFlight: in_flight,
  }
}

/** Read anew every two seconds, so a rotation ends that soon after its time. */
function previousSecret({ previous_secret, previous_until_ms }: RegisteredApp, nowMs: number) {
  const isOver = previous_until_ms !== null && previous_until_ms <= nowMs
  return previous_secret === null || isOver ? [] : [previous_secret]
}
