import { formatBeijing } from '@topgate/contracts'
import { type AccessView, listSessions, readConfig, readStore } from '@topgate/server'
import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { printable } from '../language.ts'
import { addSettingOptions, settingFlags } from '../setting-options.ts'
import { inColumns } from '../show/columns.ts'
import { storeSettings } from '../store-settings.ts'
import type { Terminal } from '../terminal.ts'

const help = `
Reads the store directly, also beside a running server. Users are masked; keys cannot be shown, since
only their hashes are stored.

Examples:
  $ topgate session list --app 30001234
  $ topgate session list --app 30001234 --json | jq -r '.[].id'

Exit status: 0 listed; 2 wrong usage, or the store cannot be opened.`

/** `topgate session list`: by what an app may act for users now. */
export function addSessionListCommand(
  session: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const command = session
    .command('list')
    .summary('by what an app may act for users now')
    .description(
      'Lists what users have authorised an app to do, and the session keys issued for it.',
    )
    .requiredOption('--app <key>', 'app key')
    .option('--json', 'print a JSON array')
  addSettingOptions(command, storeSettings)
    .addHelpText('after', help)
    .action(async () => {
      const config = readConfig(settingFlags(command), terminal.env)
      const { app, json }: { app: string; json?: true } = command.opts()
      const list = await readStore(config, ({ db, vault }) =>
        listSessions(db, vault, app, terminal.nowMs()),
      )
      terminal.out(json === true ? JSON.stringify(list) : printable(describe(app, list)))
      done(exitCodes.success)
    })
}

function describe(app: string, list: readonly AccessView[]): string {
  if (list.length === 0) return `No session of the app ${app} is alive.`
  return inColumns([
    ['id', 'by', 'user', 'granted', 'until', 'packages'],
    ...list.map(({ id, by, user, scopes, granted_ms, until_ms }) => [
      id,
      by,
      user,
      granted_ms === null ? '-' : formatBeijing(granted_ms),
      formatBeijing(until_ms),
      scopes === null ? 'all' : scopes.join(', ') || '-',
    ]),
  ]).join('\n')
}
