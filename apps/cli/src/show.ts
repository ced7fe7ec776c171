import { type EventReport, readConfig, showEvent } from '@topgate/server'
import type { Command } from 'commander'
import { describeEvent } from './describe-event.ts'
import { exitCodes } from './exit-codes.ts'
import { printable } from './language.ts'
import { addSettingOptions, settingFlags } from './setting-options.ts'
import type { Terminal } from './terminal.ts'

/** The settings that say where the store is and how to open what is sealed in it. */
const storeSettings = ['mode', 'data-dir', 'database-url', 'master-key-file']

const examples = `
Reads the store directly, also beside a running server. Identifiers of people are masked; 64-bit
numbers are text in the JSON form.

Examples:
  $ topgate show event UNI_9901
  $ topgate show event UNI_9901 --channel CH_A --json | jq '.[].totals'
  $ topgate show event UNI_9901 --database-url postgres://localhost/topgate

Exit status: 0 found; 1 no such event; 2 wrong usage, or the store cannot be opened.`

/** `topgate show event`: what is stored for a charity event. */
export function addShowCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const show = program
    .command('show')
    .summary('show what is stored')
    .description('Shows what is stored.')
  const command = show
    .command('event')
    .summary('what became of a charity event')
    .description('Shows the action, the ledger lines and the totals of a charity event.')
    .argument('<id>', 'event_id as the channel sent it')
    .option('--channel <channel>', 'the channel; without it, every channel that used this id')
    .option('--json', 'print a JSON array')
  addSettingOptions(command, storeSettings)
    .addHelpText('after', examples)
    .action(async (id: string, { channel, json }: { channel?: string; json?: true }) => {
      const config = readConfig(settingFlags(command), terminal.env)
      const events = await showEvent(config, id, channel)
      if (json === true) terminal.out(asJson(events))
      else if (events.length > 0) terminal.out(printable(events.map(describeEvent).join('\n\n')))
      if (events.length === 0) terminal.err(describeAbsence(id, channel))
      done(events.length > 0 ? exitCodes.success : exitCodes.refused)
    })
}

function asJson(events: readonly EventReport[]): string {
  return JSON.stringify(events, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
}

function describeAbsence(id: string, channel: string | undefined): string {
  const where = channel === undefined ? 'in any channel' : `in the channel ${channel}`
  return printable(
    `No event ${id} took effect ${where}. Refused and declined calls leave no event. ` +
      'Check the id (letter case counts) and the store (--data-dir or --database-url).',
  )
}
