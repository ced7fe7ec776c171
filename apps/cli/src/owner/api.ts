import { type LimitedApi, listApiLimits, readConfig, readStore } from '@topgate/server'
import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { printable } from '../language.ts'
import { addSettingOptions, settingFlags } from '../setting-options.ts'
import { inColumns } from '../show/columns.ts'
import { storeSettings } from '../store-settings.ts'
import type { Terminal } from '../terminal.ts'
import { describeApiLimits } from './describe-limits.ts'
import { ownerCommand } from './owner-command.ts'
import { addRateOptions, ratesOf } from './rate-options.ts'

type Done = (code: number) => void

const USER_PREFIX = 'user-'
const heading = ['method', 'all apps', 'each user']

/** `topgate api`: the limits of APIs over all apps. */
export function addApiCommand(program: Command, terminal: Terminal, done: Done): void {
  const api = program
    .command('api')
    .summary('the limits of APIs over all apps')
    .description(
      'Limits how often an API is called by all apps together, and by each user. What one app may ' +
        'call is set by `topgate app set` and `topgate app limit`.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ topgate api limits\n  $ topgate api limit taobao.time.get --per-second 500',
    )
  addLimits(api, terminal, done)
  addLimit(api, terminal, done)
}

function addLimit(api: Command, terminal: Terminal, done: Done): void {
  const command = api
    .command('limit')
    .summary('change the limits of an API over all apps')
    .description('Changes the limits that are named and no others.')
    .argument('<method>', 'such as taobao.time.get; `topgate apis` lists all')
  addRateOptions(command, 'calls of all apps together')
  addRateOptions(command, 'calls of each user, over all apps,', USER_PREFIX)
  const examples = [
    'topgate api limit alibaba.charity.useraction.sync --per-second 500 --per-day 5000000',
    'topgate api limit taobao.retail.user.tag.mobile.add --user-per-minute 10',
    'topgate api limit taobao.time.get --per-second none',
  ]
  ownerCommand(command, examples, terminal, done, ([method]) => ({
    operation: 'owner.api.limit',
    input: { method, rates: ratesOf(command), user_rates: ratesOf(command, USER_PREFIX) },
    describe: (result) =>
      inColumns([heading, ...describeApiLimits(result as LimitedApi)]).join('\n'),
  }))
}

const help = `
Reads the store directly, also beside a running server.

Examples:
  $ topgate api limits
  $ topgate api limits --json | jq '.[].method'

Exit status: 0 listed; 2 wrong usage, or the store cannot be opened.`

function addLimits(api: Command, terminal: Terminal, done: Done): void {
  const command = api
    .command('limits')
    .summary('all APIs that have limits over all apps')
    .description('Lists the APIs that have limits over all apps.')
    .option('--json', 'print a JSON array')
  addSettingOptions(command, storeSettings)
    .addHelpText('after', help)
    .action(async () => {
      const config = readConfig(settingFlags(command), terminal.env)
      const limits = await readStore(config, ({ db }) => listApiLimits(db))
      const { json }: { json?: true } = command.opts()
      terminal.out(json === true ? JSON.stringify(limits) : printable(describe(limits)))
      done(exitCodes.success)
    })
}

function describe(limits: readonly LimitedApi[]): string {
  if (limits.length === 0) return 'No API has limits over all apps.'
  return inColumns([heading, ...limits.flatMap(describeApiLimits)]).join('\n')
}
