import type { PackageName } from '@topgate/contracts'
import type { Database, RowOf, Transaction, Vault } from '@topgate/storage'
import type { CallRates } from './rates.ts'
import { appTable, grantTable, putApp, putGrant } from './tables.ts'

export interface AppLimits extends CallRates {
  /** Calls under way at a time; absent: as the node allows every app. */
  readonly in_flight?: number
  /** Of single APIs, by method. */
  readonly per_api?: Readonly<Record<string, CallRates>>
  /** Of each user whose session the app uses. */
  readonly per_user?: CallRates
}

/** A registered app, secrets in clear: for checking signatures, never for a screen. */
export interface RegisteredApp {
  readonly app_key: string
  readonly name: string
  readonly status: 'enabled' | 'disabled'
  /** `test`: only APIs that need no package. */
  readonly group: 'formal' | 'test'
  readonly profile: 'strict' | 'lenient'
  readonly secret: string
  readonly previous_secret: string | null
  /** Null: the previous secret counts as long as it is there. */
  readonly previous_until_ms: number | null
  readonly min_sign_method: 'md5' | 'hmac' | 'hmac-sha256'
  readonly limits: AppLimits | null
  readonly ip_allow: readonly string[]
  /** Where users may return to after they were asked; compared character by character. */
  readonly redirect_uris: readonly string[]
  readonly owns: Readonly<Record<string, string>>
  readonly biz_codes: readonly string[]
  readonly grants: readonly AppGrant[]
}

export interface AppGrant {
  readonly package: PackageName
  readonly approved: boolean
  readonly expires_ms: number | null
  /** When it was asked for; null: it was not, or that was decided. */
  readonly requested_ms: number | null
  readonly reason: string
}

/** Undefined for an unknown key. */
export async function findApp(
  db: Database,
  vault: Vault,
  appKey: string,
): Promise<RegisteredApp | undefined> {
  const [row] = await db.all('SELECT * FROM app WHERE app_key = ?', [appKey], appTable.columns)
  if (row === undefined) return undefined
  const grants = await db.all(
    'SELECT * FROM app_grant WHERE app_key = ?',
    [appKey],
    grantTable.columns,
  )
  return appOf(row, grants, vault)
}

export function appOf(
  row: RowOf<typeof appTable>,
  grants: readonly RowOf<typeof grantTable>[],
  vault: Vault,
): RegisteredApp {
  const context = secretContext(row.app_key)
  return {
    app_key: row.app_key,
    name: row.name,
    status: row.status === 'enabled' ? 'enabled' : 'disabled',
    group: row.app_group === 'test' ? 'test' : 'formal',
    profile: row.profile === 'lenient' ? 'lenient' : 'strict',
    secret: vault.open(context, row.secret),
    previous_secret: row.previous_secret === null ? null : vault.open(context, row.previous_secret),
    previous_until_ms: row.previous_until_ms,
    min_sign_method: row.min_sign_method as RegisteredApp['min_sign_method'],
    limits: JSON.parse(row.limits) as AppLimits | null,
    ip_allow: JSON.parse(row.ip_allow) as string[],
    redirect_uris: redirectUrisOf(row.redirect_uri),
    owns: JSON.parse(row.owns) as Record<string, string>,
    biz_codes: JSON.parse(row.biz_codes) as string[],
    grants: grants.map((grant) => ({
      package: grant.package as PackageName,
      approved: grant.approved === 1,
      expires_ms: grant.expires_ms,
      requested_ms: grant.requested_ms,
      reason: grant.reason,
    })),
  }
}

/** The addresses of the column, which has spaces between them: an address has none. */
export function redirectUrisOf(column: string): string[] {
  return column.split(' ').filter((uri) => uri !== '')
}

/** The record that a sealed secret belongs to: a secret copied to another app does not open. */
export function secretContext(appKey: string): string {
  return `app.secret:${appKey}`
}

/** Writes apps with their grants; an app that exists is replaced. */
export async function putApps(
  tx: Transaction,
  vault: Vault,
  apps: readonly RegisteredApp[],
): Promise<void> {
  await tx.write(
    putApp,
    apps.map((app) => {
      const context = secretContext(app.app_key)
      const { previous_secret } = app
      return {
        app_key: app.app_key,
        name: app.name,
        status: app.status,
        profile: app.profile,
        secret: vault.seal(context, app.secret),
        previous_secret: previous_secret === null ? null : vault.seal(context, previous_secret),
        previous_until_ms: app.previous_until_ms,
        min_sign_method: app.min_sign_method,
        limits: JSON.stringify(app.limits),
        ip_allow: JSON.stringify(app.ip_allow),
        redirect_uri: app.redirect_uris.join(' '),
        owns: JSON.stringify(app.owns),
        biz_codes: JSON.stringify(app.biz_codes),
        app_group: app.group,
      }
    }),
  )
  await tx.write(
    putGrant,
    apps.flatMap(({ app_key, grants }) =>
      grants.map((grant) => ({
        app_key,
        package: grant.package,
        approved: grant.approved ? 1 : 0,
        expires_ms: grant.expires_ms,
        requested_ms: grant.requested_ms,
        reason: grant.reason,
      })),
    ),
  )
}

/** Which of these keys are registered. Production refuses to start with a published test key. */
export async function registeredKeys(db: Database, keys: readonly string[]): Promise<string[]> {
  const marks = keys.map(() => '?').join(', ')
  const rows = await db.all(`SELECT app_key FROM app WHERE app_key IN (${marks})`, keys, {
    app_key: appTable.columns.app_key,
  })
  return rows.map((row) => row.app_key)
}
