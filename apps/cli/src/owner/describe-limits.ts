import type { AppView, LimitedApi } from '@topgate/server'

type Rates = Pick<LimitedApi['limits'], 'per_second' | 'per_minute' | 'per_day'>

/** Such as `20/s, 1000 a day`. */
export function describeRates({ per_second, per_minute, per_day }: Rates): string {
  return [
    per_second === undefined ? [] : [`${per_second}/s`],
    per_minute === undefined ? [] : [`${per_minute} a minute`],
    per_day === undefined ? [] : [`${per_day} a day`],
  ]
    .flat()
    .join(', ')
}

/** The limits of an app, one line for each thing that is limited. */
export function describeAppLimits(limits: AppView['limits']): string[][] {
  const { in_flight, per_api = {}, per_user = {}, ...own } = limits ?? {}
  const rates = [
    describeRates(own),
    in_flight === undefined ? '' : `${in_flight} at a time`,
  ].filter((text) => text !== '')
  const users = describeRates(per_user)
  return [
    ['limits', rates.length === 0 ? 'none' : rates.join(', ')],
    ...(users === '' ? [] : [['  of each user', users]]),
    ...Object.entries(per_api).map(([method, api]) => [`  of ${method}`, describeRates(api)]),
  ]
}

/** The limits of an API over all apps. */
export function describeApiLimits({ method, limits }: LimitedApi): string[][] {
  const { per_user = {}, ...own } = limits
  return [[method, describeRates(own) || 'none', describeRates(per_user) || 'none']]
}
