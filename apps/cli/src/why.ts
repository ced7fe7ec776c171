import { findWhy, readConfig, readStore, whyJson } from '@topgate/server'
import type { Command } from 'commander'
import { gatewayUrl } from './caller.ts'
import { describeWhy } from './describe-why.ts'
import { exitCodes } from './exit-codes.ts'
import { printable } from './language.ts'
import { addSettingOptions, settingFlags } from './setting-options.ts'
import { storeSettings } from './store-settings.ts'
import type { Terminal } from './terminal.ts'

const help = `
What came in (masked), each check that the call passed, the one that refused it, what to do, and the
same call repaired as a script for a shell. Reads the store directly, also beside a running server,
which writes its lines four times a second. The last 100000 calls of each node are remembered, and
what came in with the last 5000 that failed.

Examples:
  $ topgate why 0ab3d9k2m4n6p
  $ topgate why 0ab3d9k2m4n6p --json | jq -r .repaired.curl
  $ topgate why 0ab3d9k2m4n6p --database-url postgres://localhost/topgate

Exit status: 0 found; 1 no such call; 2 wrong usage, or the store cannot be opened.`

/** `topgate why REQUEST_ID`: why a call ended as it did. */
export function addWhyCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const command = program
    .command('why')
    .summary('why a call was refused, and how to repair it')
    .description('Explains one call by the request_id of its answer.')
    .argument('<request-id>', '13 characters of 0-9 a-z')
    .option('--json', 'print a JSON object')
  addSettingOptions(command, storeSettings)
    .addHelpText('after', help)
    .action(async (requestId: string) => {
      const config = readConfig(settingFlags(command), terminal.env)
      const routerUrl = gatewayUrl(undefined, terminal.env).href
      const why = await readStore(config, ({ db }) => findWhy(db, config.mode, requestId.trim()))
      const { json }: { json?: true } = command.opts()
      if (why === undefined) {
        terminal.err(printable(absence(requestId)))
        if (json) terminal.out('null')
        done(exitCodes.refused)
        return
      }
      terminal.out(json ? whyJson(why, routerUrl) : printable(describeWhy(why, routerUrl)))
      done(exitCodes.success)
    })
}

function absence(requestId: string): string {
  return (
    `The journal has no call ${requestId}. It keeps the last calls of each node, and under load ` +
    'lines are left out. Check the id (13 characters of 0-9 a-z) and the store (--data-dir or ' +
    '--database-url).'
  )
}
