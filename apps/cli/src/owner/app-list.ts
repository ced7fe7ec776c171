import { listApps, readConfig, readStore } from '@topgate/server'
import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { printable } from '../language.ts'
import { addSettingOptions, settingFlags } from '../setting-options.ts'
import { storeSettings } from '../store-settings.ts'
import type { Terminal } from '../terminal.ts'
import { describeApps } from './describe-app.ts'

const help = `
Reads the store directly, also beside a running server. Secrets are never shown.

Examples:
  $ topgate app list
  $ topgate app list --json | jq '.[] | select(.profile == "lenient") | .app_key'

Exit status: 0 listed; 2 wrong usage, or the store cannot be opened.`

/** `topgate app list`. */
export function addAppListCommand(
  app: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const command = app
    .command('list')
    .summary('all apps')
    .description('Lists all apps.')
    .option('--json', 'print a JSON array')
  addSettingOptions(command, storeSettings)
    .addHelpText('after', help)
    .action(async () => {
      const config = readConfig(settingFlags(command), terminal.env)
      const apps = await readStore(config, ({ db }) => listApps(db))
      const { json }: { json?: true } = command.opts()
      terminal.out(json === true ? JSON.stringify(apps) : printable(describeApps(apps)))
      done(exitCodes.success)
    })
}
