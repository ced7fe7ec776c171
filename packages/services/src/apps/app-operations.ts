import { catalogue, type PackageName } from '@topgate/contracts'
import type { WriteHandler } from '@topgate/engine'
import { flagsOf, InputReader, OwnerRefusal } from '../owner/index.ts'
import { changedRates, methodOf } from './api-limits.ts'
import type { AppGrant, RegisteredApp } from './app.ts'
import { appOperation, existing } from './app-operation.ts'
import { appSettings, isLine } from './app-settings.ts'
import { isEmpty, withMember } from './rates.ts'
import { isSandboxKey } from './sandbox-keys.ts'

const DAY_MS = 24 * 60 * 60_000
const DAYS_MAX = 36_500
/** How long the secret before a rotation goes on counting, unless the owner says otherwise. */
export const PREVIOUS_DAYS = 7

const REASON_CHARS_MAX = 200
/** Of an app that is made in production, until its owner says otherwise (reliability.md section 7). */
const PRODUCTION_LIMITS = { per_second: 50, per_day: 1_000_000 } as const

const keyForm = /^[A-Za-z0-9_-]{4,32}$/
const keyExpects = '4 to 32 letters, digits, _ or -'
const secretForm = /^[\x21-\x7e]{8,128}$/
const secretExpects = '8 to 128 visible ASCII characters without spaces'

/** The packages that the catalogue has APIs in. */
export const packageNames: readonly PackageName[] = [
  ...new Set(catalogue.flatMap(({ package: name }) => (name === null ? [] : [name]))),
]

const createApp = appOperation('create', {
  read(input) {
    const reader = new InputReader(input)
    return {
      app_key: reader.matching('app_key', keyForm, keyExpects),
      secret: reader.matching('secret', secretForm, secretExpects),
      settings: reader.record('settings'),
      packages: reader.texts('packages').map(packageOf),
      no_packages: reader.flag('no_packages'),
    }
  },
  change(app, { app_key, secret, settings, packages, no_packages }, { mode }) {
    if (app !== undefined) {
      throw new OwnerRefusal(
        `There is an app ${app_key} already. \`topgate app set\` changes it, ` +
          '`topgate app rotate` gives it another secret.',
      )
    }
    if (isSandboxKey(app_key)) {
      throw new OwnerRefusal(
        `${app_key} is one of the public keys of every sandbox. Choose another one.`,
      )
    }
    const granted = packages.length > 0 || no_packages ? packages : defaultPackages(mode)
    return withSettings(newApp(app_key, secret, mode, granted), settings)
  },
  about: ({ settings, packages }) =>
    [flagsOf(settings), ...packages.map((name) => `--package ${name}`)].join(' '),
})

const setApp = appOperation('set', {
  read(input) {
    const reader = new InputReader(input)
    const settings = reader.record('settings')
    if (Object.keys(settings).length === 0) {
      throw new OwnerRefusal('Say what to set: `topgate app set --help` lists all.')
    }
    return { app_key: reader.text('app_key') ?? '', settings }
  },
  change: (app, { app_key, settings }) => withSettings(existing(app, app_key), settings),
  about: ({ settings }) => flagsOf(settings),
})

const rotateSecret = appOperation('rotate', {
  read(input) {
    const reader = new InputReader(input)
    return {
      app_key: reader.text('app_key') ?? '',
      secret: reader.matching('secret', secretForm, secretExpects),
      keep_days: reader.number('keep_days', 0, DAYS_MAX, PREVIOUS_DAYS),
    }
  },
  change(found, { app_key, secret, keep_days }, { nowMs }) {
    const app = existing(found, app_key)
    if (app.secret === secret) throw new OwnerRefusal('This is its secret already.')
    if (keep_days === 0) return { ...app, secret, previous_secret: null, previous_until_ms: null }
    const previous_until_ms = nowMs + keep_days * DAY_MS
    return { ...app, secret, previous_secret: app.secret, previous_until_ms }
  },
})

/** On behalf of the developer: the owner grants it or revokes it. */
const applyForPackage = appOperation('apply', {
  read(input) {
    const reader = new InputReader(input)
    return {
      app_key: reader.text('app_key') ?? '',
      package: packageOf(reader.text('package') ?? ''),
      reason: reasonOf(reader.text('reason') ?? ''),
    }
  },
  change(found, { app_key, package: name, reason }, { nowMs }) {
    const app = existing(found, app_key)
    const before = app.grants.find((grant) => grant.package === name)
    if (before !== undefined && isLive(before, nowMs)) {
      throw new OwnerRefusal(`App ${app_key} has the package ${name} already.`)
    }
    const expires_ms = before?.expires_ms ?? null
    const grant = { package: name, approved: false, expires_ms, requested_ms: nowMs, reason }
    return withGrant(app, grant)
  },
  about: ({ package: name }) => name,
})

const grantPackage = appOperation('grant', {
  read(input) {
    const reader = new InputReader(input)
    const days = reader.number('days', 1, DAYS_MAX, 0)
    return {
      app_key: reader.text('app_key') ?? '',
      package: packageOf(reader.text('package') ?? ''),
      days: days === 0 ? null : days,
      revoke: reader.flag('revoke'),
    }
  },
  change(found, { app_key, package: name, days, revoke }, { nowMs }) {
    const app = existing(found, app_key)
    const expires_ms = days === null ? null : nowMs + days * DAY_MS
    return withGrant(app, { ...decided, package: name, approved: !revoke, expires_ms })
  },
  about: ({ package: name, days, revoke }) =>
    `${name}${revoke ? ' --revoke' : ''}${days === null ? '' : ` --days ${days}`}`,
})

const decided = { requested_ms: null, reason: '' } as const

function withGrant(app: RegisteredApp, grant: AppGrant): RegisteredApp {
  const others = app.grants.filter((other) => other.package !== grant.package)
  return { ...app, grants: [...others, grant] }
}

function isLive({ approved, expires_ms }: AppGrant, nowMs: number): boolean {
  return approved && (expires_ms === null || expires_ms > nowMs)
}

function reasonOf(text: string): string {
  if (text === '' || isLine(text, REASON_CHARS_MAX)) return text
  throw new OwnerRefusal(`reason must be one line of at most ${REASON_CHARS_MAX} characters`)
}

/** The limits of one API for this app alone. */
const limitApp = appOperation('limit', {
  read(input) {
    const reader = new InputReader(input)
    return {
      app_key: reader.text('app_key') ?? '',
      method: methodOf(reader.text('method') ?? ''),
      rates: reader.record('rates'),
    }
  },
  change(found, { app_key, method, rates }) {
    const app = existing(found, app_key)
    const limits = app.limits ?? {}
    const changed = changedRates(limits.per_api?.[method] ?? {}, rates)
    const { [method]: _before, ...others } = limits.per_api ?? {}
    const perApi = isEmpty(changed) ? others : { ...others, [method]: changed }
    const all = withMember(limits, 'per_api', isEmpty(perApi) ? null : perApi)
    return { ...app, limits: isEmpty(all) ? null : all }
  },
  about: ({ method, rates }) => `${method} ${flagsOf(rates)}`,
})

function statusOperation(name: string, status: RegisteredApp['status']): WriteHandler {
  return appOperation(name, {
    read: (input) => ({ app_key: new InputReader(input).text('app_key') ?? '' }),
    change: (app, { app_key }) => ({ ...existing(app, app_key), status }),
  })
}

export const appOperations: readonly WriteHandler[] = [
  createApp,
  setApp,
  rotateSecret,
  applyForPackage,
  grantPackage,
  limitApp,
  statusOperation('disable', 'disabled'),
  statusOperation('enable', 'enabled'),
]

/** A newcomer to a sandbox can call everything; in production each package is granted by name. */
function defaultPackages(mode: 'sandbox' | 'production'): readonly PackageName[] {
  return mode === 'sandbox' ? packageNames : []
}

/** It acts for nobody but itself until the owner says otherwise: names of its own, by its key. */
function newApp(
  app_key: string,
  secret: string,
  mode: 'sandbox' | 'production',
  packages: readonly PackageName[],
): RegisteredApp {
  return {
    app_key,
    name: app_key,
    status: 'enabled',
    group: 'formal',
    profile: mode === 'sandbox' ? 'lenient' : 'strict',
    secret,
    previous_secret: null,
    previous_until_ms: null,
    min_sign_method: 'md5',
    limits: mode === 'sandbox' ? null : PRODUCTION_LIMITS,
    ip_allow: [],
    redirect_uris: [],
    owns: {
      insurer: `INS_${app_key}`,
      charity_channel: `CH_${app_key}`,
      house_partner: `HOUSE_${app_key}`,
      followup_corp: `CORP_${app_key}`,
    },
    biz_codes: [`BIZ_${app_key}`],
    grants: packages.map((name) => ({
      ...decided,
      package: name,
      approved: true,
      expires_ms: null,
    })),
  }
}

/** All settings or none: every bad one is named. */
function withSettings(
  before: RegisteredApp,
  settings: Readonly<Record<string, string>>,
): RegisteredApp {
  const problems: string[] = []
  let app = before
  for (const [name, text] of Object.entries(settings)) {
    const setting = appSettings.find((known) => known.name === name)
    const changed = setting?.set(app, text)
    if (setting === undefined) problems.push(`${name}: there is no such setting`)
    else if (changed === undefined) problems.push(`${name}: must be ${setting.expects}`)
    else app = changed
  }
  if (problems.length > 0) throw new OwnerRefusal(...problems)
  return app
}

function packageOf(text: string): PackageName {
  const found = packageNames.find((name) => name === text)
  if (found !== undefined) return found
  throw new OwnerRefusal(`There is no package "${text}"; there are ${packageNames.join(', ')}.`)
}
