import type { Database } from '@topgate/storage'
import { type AppGrant, type AppLimits, type RegisteredApp, redirectUrisOf } from './app.ts'
import { appTable, grantTable, secretUseTable } from './tables.ts'

/** An app as its owner sees it: everything but its secrets. Plain JSON. */
export interface AppView {
  readonly app_key: string
  readonly name: string
  readonly status: string
  readonly group: string
  readonly profile: string
  readonly min_sign_method: string
  readonly limits: AppLimits | null
  readonly ip_allow: readonly string[]
  readonly redirect_uris: readonly string[]
  readonly owns: Readonly<Record<string, string>>
  readonly biz_codes: readonly string[]
  readonly packages: readonly PackageView[]
  /** Packages that somebody asked for and nobody decided about. */
  readonly requested: readonly RequestView[]
  /** The secret before the last rotation still counts, until then or (null) without an end. */
  readonly previous_secret: PreviousSecretView | null
}

export interface PreviousSecretView {
  readonly until_ms: number | null
  /** Calls since the rotation that were signed with the old one, and with the new one. */
  readonly old_calls: number
  readonly new_calls: number
  /** When the old one counted last; 0: not yet. */
  readonly last_old_ms: number
}

export interface RequestView {
  readonly package: string
  readonly requested_ms: number
  readonly reason: string
}

export interface PackageView {
  readonly package: string
  readonly expires_ms: number | null
}

export function viewOf(app: RegisteredApp): AppView {
  const { app_key, name, status, group, profile, min_sign_method, limits } = app
  const { ip_allow, redirect_uris, owns, biz_codes, previous_secret, previous_until_ms } = app
  return {
    ...{ app_key, name, status, group, profile, min_sign_method, limits },
    ...{ ip_allow, redirect_uris, owns, biz_codes },
    ...packagesOf(app.grants),
    previous_secret: previous_secret === null ? null : { ...unused, until_ms: previous_until_ms },
  }
}

function packagesOf(grants: readonly Omit<AppGrant, 'package'>[] & readonly { package: string }[]) {
  const sorted = [...grants].sort((a, b) => (a.package < b.package ? -1 : 1))
  return {
    packages: sorted
      .filter(({ approved }) => approved)
      .map(({ package: name, expires_ms }) => ({ package: name, expires_ms })),
    requested: sorted.flatMap(({ package: name, requested_ms, reason }) =>
      requested_ms === null ? [] : [{ package: name, requested_ms, reason }],
    ),
  }
}

/** Of a rotation that has just begun, or whose use nobody asked the store for. */
const unused = { old_calls: 0, new_calls: 0, last_old_ms: 0 }

const APPS_MAX = 1_000
const { secret: _secret, previous_secret: _previous, ...openColumns } = appTable.columns

/** Every app in the order of the keys; secrets are not even read. */
export async function listApps(db: Database, limit = APPS_MAX): Promise<AppView[]> {
  const rows = await db.all(
    `SELECT ${Object.keys(openColumns).join(', ')},
      CASE WHEN previous_secret IS NULL THEN 0 ELSE 1 END AS has_previous
    FROM app ORDER BY app_key LIMIT ?`,
    [limit],
    { ...openColumns, has_previous: { kind: 'int', nullable: false } as const },
  )
  const grants = await db.all(
    'SELECT * FROM app_grant ORDER BY app_key, package',
    [],
    grantTable.columns,
  )
  const uses = await findSecretUses(db)
  const byApp = Map.groupBy(grants, ({ app_key }) => app_key)
  return rows.map((row) => ({
    app_key: row.app_key,
    name: row.name,
    status: row.status,
    group: row.app_group,
    profile: row.profile,
    min_sign_method: row.min_sign_method,
    limits: JSON.parse(row.limits) as AppLimits | null,
    ip_allow: JSON.parse(row.ip_allow) as string[],
    redirect_uris: redirectUrisOf(row.redirect_uri),
    owns: JSON.parse(row.owns) as Record<string, string>,
    biz_codes: JSON.parse(row.biz_codes) as string[],
    ...packagesOf(
      (byApp.get(row.app_key) ?? []).map((grant) => ({ ...grant, approved: grant.approved === 1 })),
    ),
    previous_secret:
      row.has_previous === 0
        ? null
        : { ...unused, ...uses.get(useKey(row)), until_ms: row.previous_until_ms },
  }))
}

function useKey(app: { readonly app_key: string; readonly previous_until_ms: number | null }) {
  return `${app.app_key} ${app.previous_until_ms ?? 0}`
}

/** By app and rotation; what counted in the last quarter of a second may be missing. */
async function findSecretUses(db: Database) {
  const { app_key, until_ms, ...counts } = secretUseTable.columns
  const rows = await db.all(
    `SELECT u.* FROM app_secret_use u JOIN app a
      ON a.app_key = u.app_key AND COALESCE(a.previous_until_ms, 0) = u.until_ms
    LIMIT ?`,
    [APPS_MAX],
    { app_key, until_ms, ...counts },
  )
  return new Map(
    rows.map(({ app_key: key, until_ms: until, ...use }) => [
      useKey({ app_key: key, previous_until_ms: until }),
      use,
    ]),
  )
}
