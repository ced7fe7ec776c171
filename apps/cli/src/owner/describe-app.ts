import { formatBeijing } from '@topgate/contracts'
import type { AppView } from '@topgate/server'
import { inColumns } from '../show/columns.ts'
import { describeAppLimits } from './describe-limits.ts'

type PreviousSecret = NonNullable<AppView['previous_secret']>

/** An app for people; it has no secrets here. */
export function describeApp(app: AppView): string {
  const { limits, previous_secret } = app
  return [
    `App ${app.app_key}`,
    ...inColumns([
      ['name', app.name],
      ['status', app.status],
      ...(app.group === 'formal' ? [] : [['group', app.group]]),
      ['profile', app.profile],
      ['sign method', `${app.min_sign_method} or stronger`],
      ...describeAppLimits(limits),
      ['addresses', app.ip_allow.length === 0 ? 'any' : app.ip_allow.join(', ')],
      ['packages', listOf(app.packages.map(packageOf))],
      ...app.requested.map((wish) => ['asked for', requestOf(wish)]),
      ['acts for', listOf(Object.entries(app.owns).map(([name, value]) => `${name} ${value}`))],
      ['biz codes', listOf(app.biz_codes)],
      ...app.redirect_uris.map((uri) => ['redirect', uri]),
      ...(previous_secret === null ? [] : [['old secret', untilOf(previous_secret)]]),
    ]),
  ].join('\n')
}

function packageOf({ package: name, expires_ms }: AppView['packages'][number]): string {
  return expires_ms === null ? name : `${name} (until ${formatBeijing(expires_ms)})`
}

function requestOf({ package: name, requested_ms, reason }: AppView['requested'][number]): string {
  const words = reason === '' ? '' : `: ${reason}`
  return `${name} (since ${formatBeijing(requested_ms)})${words}`
}

function untilOf({ until_ms, old_calls, last_old_ms }: PreviousSecret): string {
  const until =
    until_ms === null ? 'still counts' : `counts until ${formatBeijing(until_ms)} Beijing time`
  if (old_calls === 0) return until
  return `${until}; ${old_calls} calls used it, the last at ${formatBeijing(last_old_ms)}`
}

function listOf(items: readonly string[]): string {
  return items.length === 0 ? '-' : items.join(', ')
}

/** One line for each app. */
export function describeApps(apps: readonly AppView[]): string {
  return inColumns([
    ['key', 'name', 'status', 'profile', 'packages', 'acts for'],
    ...apps.map((app) => [
      app.app_key,
      app.name,
      app.status,
      app.profile,
      listOf([
        ...app.packages.map(({ package: name }) => name),
        ...app.requested.map(({ package: name }) => `${name}?`),
      ]),
      listOf([...Object.values(app.owns), ...app.biz_codes]),
    ]),
  ]).join('\n')
}
