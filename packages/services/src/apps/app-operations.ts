import { catalogue, type PackageName } from '@topgate/contracts'
import type { WriteHandler } from '@topgate/engine'
import { InputReader, OwnerRefusal } from '../owner/index.ts'
import type { RegisteredApp } from './app.ts'
import { appOperation, existing } from './app-operation.ts'
import { appSettings } from './app-settings.ts'
import { isSandboxKey } from './sandbox-keys.ts'

const DAY_MS = 24 * 60 * 60_000
const DAYS_MAX = 36_500
/** How long the secret before a rotation goes on counting, unless the owner says otherwise. */
export const PREVIOUS_DAYS = 7

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
  change(found, input, { nowMs }) {
    const app = existing(found, input.app_key)
    const others = app.grants.filter((grant) => grant.package !== input.package)
    const expires_ms = input.days === null ? null : nowMs + input.days * DAY_MS
    const grant = { package: input.package, approved: !input.revoke, expires_ms }
    return { ...app, grants: [...others, grant] }
  },
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
  grantPackage,
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
    profile: mode === 'sandbox' ? 'lenient' : 'strict',
    secret,
    previous_secret: null,
    previous_until_ms: null,
    min_sign_method: 'md5',
    limits: null,
    ip_allow: [],
    redirect_uris: [],
    owns: {
      insurer: `INS_${app_key}`,
      charity_channel: `CH_${app_key}`,
      house_partner: `HOUSE_${app_key}`,
      followup_corp: `CORP_${app_key}`,
    },
    biz_codes: [`BIZ_${app_key}`],
    grants: packages.map((name) => ({ package: name, approved: true, expires_ms: null })),
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
