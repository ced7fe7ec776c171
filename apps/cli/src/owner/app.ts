import { type AppView, appSettings, PREVIOUS_DAYS, packageNames } from '@topgate/server'
import { type Command, Option } from 'commander'
import { UsageError } from '../exit-codes.ts'
import type { Terminal } from '../terminal.ts'
import { addAppListCommand } from './app-list.ts'
import { describeApp } from './describe-app.ts'
import { newAppKey, newSecret } from './new-keys.ts'
import { ownerCommand } from './owner-command.ts'
import { addRateOptions, ratesOf } from './rate-options.ts'
import { readSecret } from './read-secret.ts'

type Done = (code: number) => void

/** `topgate app`: the apps of partners, their secrets, limits and packages. */
export function addAppCommand(program: Command, terminal: Terminal, done: Done): void {
  const app = program
    .command('app')
    .summary('the apps of partners: keys, secrets, limits, packages')
    .description('Makes and changes the apps that partners sign their calls with.')
    .addHelpText(
      'after',
      '\nExamples:\n  $ topgate app list\n  $ topgate app create --name 保险公司A',
    )
  addAppListCommand(app, terminal, done)
  addCreate(app, terminal, done)
  addSet(app, terminal, done)
  addRotate(app, terminal, done)
  addLimit(app, terminal, done)
  addApply(app, terminal, done)
  addGrant(app, terminal, done)
  addStatus(
    app,
    'disable',
    'Its calls are refused from now on; nothing of it is lost.',
    terminal,
    done,
  )
  addStatus(app, 'enable', 'Its calls are served again.', terminal, done)
}

function addCreate(app: Command, terminal: Terminal, done: Done): void {
  const command = app
    .command('create')
    .summary('make an app, and show its secret once')
    .description(
      'Makes an app. In a sandbox it is lenient and may call every API; in production it is strict ' +
        'and its packages are granted by name. It acts for tenants of its own, named after its ' +
        'key, unless you name others.',
    )
    .option(
      '--key <key>',
      'take this app key, such as the one that the partner has; else a new one',
    )
    .option('--secret <secret>', 'take this secret; - reads it from the standard input')
    .addOption(packageOption('grant this package; may be repeated'))
    .option('--no-package', 'grant nothing')
  addAppSettings(command)
  const examples = [
    'topgate app create --name 保险公司A --insurer INS_A',
    'topgate app create --key 23456789 --secret - --package charity < secret.txt',
    'topgate app create --profile strict --per-second 50 --ip-allow 203.0.113.0/24',
  ]
  ownerCommand(command, examples, terminal, done, () => {
    const { key, secret: given, package: packages }: CreateOptions = command.opts()
    const appKey = key ?? newAppKey()
    const secret = given === undefined ? newSecret() : readSecret(given, terminal)
    return {
      operation: 'owner.app.create',
      input: {
        app_key: appKey,
        secret,
        settings: appSettingsOf(command),
        packages: packages === false ? [] : packages,
        no_packages: packages === false,
      },
      describe: (result) => describeNew(result as AppView, given === undefined ? secret : null),
      json: (result) => ({ ...(result as AppView), ...(given === undefined ? { secret } : {}) }),
    }
  })
}

interface CreateOptions {
  readonly key?: string
  readonly secret?: string
  readonly package: readonly string[] | false
}

function describeNew(app: AppView, secret: string | null): string {
  if (secret === null) return describeApp(app)
  return `${describeApp(app)}

Its secret, shown only now:
  ${secret}

Try it:
  TOP_APP_KEY=${app.app_key} TOP_APP_SECRET=${secret} npx topgate call taobao.time.get`
}

function addSet(app: Command, terminal: Terminal, done: Done): void {
  const command = app
    .command('set')
    .summary('change the settings of an app')
    .description('Changes what is named and nothing else.')
    .argument('<key>', 'app key')
  addAppSettings(command)
  const examples = [
    'topgate app set 30001234 --profile strict',
    'topgate app set 30001234 --per-second 20 --per-day 100000',
    'topgate app set 30001234 --ip-allow none --biz-codes STORE_HZ01,STORE_HZ02',
  ]
  ownerCommand(command, examples, terminal, done, ([key]) => ({
    operation: 'owner.app.set',
    input: { app_key: key, settings: appSettingsOf(command) },
    describe: (result) => describeApp(result as AppView),
  }))
}

function addRotate(app: Command, terminal: Terminal, done: Done): void {
  const command = app
    .command('rotate')
    .summary('give an app a new secret; the old one counts for a while')
    .description('Gives an app a new secret, shown once. Both count until the time is over.')
    .argument('<key>', 'app key')
    .option('--secret <secret>', 'take this secret; - reads it from the standard input')
    .option(
      '--keep <days>',
      `how long the old one counts; 0: not at all (default ${PREVIOUS_DAYS})`,
    )
  const examples = ['topgate app rotate 30001234', 'topgate app rotate 30001234 --keep 0']
  ownerCommand(command, examples, terminal, done, ([key]) => {
    const { secret: given, keep }: { secret?: string; keep?: string } = command.opts()
    const secret = given === undefined ? newSecret() : readSecret(given, terminal)
    return {
      operation: 'owner.app.rotate',
      input: { app_key: key, secret, keep_days: keep },
      describe(result) {
        const shown = describeApp(result as AppView)
        return given === undefined ? `${shown}\n\nIts secret, shown only now:\n  ${secret}` : shown
      },
      json: (result) => ({ ...(result as AppView), ...(given === undefined ? { secret } : {}) }),
    }
  })
}

function addLimit(app: Command, terminal: Terminal, done: Done): void {
  const command = app
    .command('limit')
    .summary('limit how often an app calls one API')
    .description(
      'Changes the limits of one API for this app alone; `app set` has those of all its calls, ' +
        '`topgate api limit` those of all apps together.',
    )
    .argument('<key>', 'app key')
    .argument('<method>', 'such as taobao.time.get; `topgate apis` lists all')
  addRateOptions(command, 'calls')
  const examples = [
    'topgate app limit 30001234 alibaba.charity.useraction.sync --per-second 20',
    'topgate app limit 30001234 taobao.time.get --per-second none --per-day 1000',
  ]
  ownerCommand(command, examples, terminal, done, ([key, method]) => ({
    operation: 'owner.app.limit',
    input: { app_key: key, method, rates: ratesOf(command) },
    describe: (result) => describeApp(result as AppView),
  }))
}

function addApply(app: Command, terminal: Terminal, done: Done): void {
  const command = app
    .command('apply')
    .summary('ask that an app may call the APIs of a package')
    .description(
      'Notes that the developer of an app asks for a permission package. Nothing is allowed ' +
        'before `topgate app grant` grants it; `topgate app list` shows what was asked for.',
    )
    .argument('<key>', 'app key')
    .argument('<package>', packageNames.join(', '))
    .option('--reason <text>', 'what it is needed for')
  const examples = [
    'topgate app apply 30001234 charity',
    'topgate app apply 30001234 retail-tag --reason 会员到店打标',
  ]
  ownerCommand(command, examples, terminal, done, ([key, name]) => {
    const { reason }: { reason?: string } = command.opts()
    return {
      operation: 'owner.app.apply',
      input: { app_key: key, package: name, reason },
      describe: (result) => describeApp(result as AppView),
    }
  })
}

function addGrant(app: Command, terminal: Terminal, done: Done): void {
  const command = app
    .command('grant')
    .summary('let an app call the APIs of a package')
    .description('Grants a permission package, for good or for some days, or takes it back.')
    .argument('<key>', 'app key')
    .argument('<package>', packageNames.join(', '))
    .option('--days <n>', 'only for this long')
    .option('--revoke', 'take the package back')
  const examples = [
    'topgate app grant 30001234 charity',
    'topgate app grant 30001234 retail-tag --days 90',
    'topgate app grant 30001234 charity --revoke',
  ]
  ownerCommand(command, examples, terminal, done, ([key, name]) => {
    const { days, revoke }: { days?: string; revoke?: true } = command.opts()
    if (days !== undefined && revoke === true) {
      throw new UsageError('--days and --revoke do not go together.')
    }
    return {
      operation: 'owner.app.grant',
      input: { app_key: key, package: name, days, revoke: revoke === true },
      describe: (result) => describeApp(result as AppView),
    }
  })
}

function addStatus(
  app: Command,
  name: 'disable' | 'enable',
  about: string,
  terminal: Terminal,
  done: Done,
): void {
  const command = app
    .command(name)
    .summary(`${name} an app`)
    .description(about)
    .argument('<key>', 'app key')
  ownerCommand(command, [`topgate app ${name} 30001234`], terminal, done, ([key]) => ({
    operation: `owner.app.${name}`,
    input: { app_key: key },
    describe: (result) => describeApp(result as AppView),
  }))
}

function packageOption(about: string): Option {
  return new Option('--package <name>', `${about} (${packageNames.join(', ')})`)
    .argParser((name: string, before: readonly string[] | boolean | undefined) => [
      ...(Array.isArray(before) ? before : []),
      name,
    ])
    .default([], 'by mode')
}

function addAppSettings(command: Command): void {
  for (const { name, about } of appSettings) command.option(`--${name} <value>`, about)
}

/** The given settings by their own names. */
function appSettingsOf(command: Command): Record<string, string> {
  const values: Readonly<Record<string, unknown>> = command.opts()
  const settings: Record<string, string> = {}
  for (const option of command.options) {
    const value = values[option.attributeName()]
    const isSetting = appSettings.some(({ name }) => name === option.name())
    if (isSetting && typeof value === 'string') settings[option.name()] = value
  }
  return settings
}
