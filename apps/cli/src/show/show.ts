import { readConfig, readStore } from '@topgate/server'
import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { printable } from '../language.ts'
import { addSettingOptions, settingFlags } from '../setting-options.ts'
import { storeSettings } from '../store-settings.ts'
import type { Terminal } from '../terminal.ts'
import type { Showable } from './show-kind.ts'
import { showKinds } from './show-kinds.ts'

const exitStatus =
  'Exit status: 0 found; 1 nothing there; 2 wrong usage, or the store cannot be opened.'

/** `topgate show KIND`: what is stored, of every kind in `show-kinds.ts`. */
export function addShowCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const show = program
    .command('show')
    .summary('show what is stored')
    .description('Shows what is stored.')
    .addHelpText('after', `\n${exampleLines(showKinds.map(({ examples }) => examples[0] ?? ''))}`)
  for (const kind of showKinds) addKind(show, kind, terminal, done)
}

function addKind(
  show: Command,
  kind: Showable,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const { name, summary, description, argument, options = [] } = kind
  const command = show.command(name).summary(summary).description(description)
  if (argument !== undefined) command.argument(`<${argument.name}>`, argument.about)
  for (const { flags, about } of options) command.option(flags, about)
  command.option('--json', 'print a JSON array')
  addSettingOptions(command, storeSettings)
    .addHelpText('after', helpOf(kind))
    .action(async () => {
      const config = readConfig(settingFlags(command), terminal.env)
      const given: { json?: true } = command.opts()
      const id = argument === undefined ? '' : (command.args[0] ?? '')
      const { json, text, isFound } = await readStore(config, (store) =>
        kind.look({ ...store, nowMs: terminal.nowMs() }, id, given),
      )
      if (given.json === true) terminal.out(json)
      else if (isFound) terminal.out(printable(text))
      if (!isFound) terminal.err(printable(text))
      done(isFound ? exitCodes.success : exitCodes.refused)
    })
}

function helpOf({ examples }: Showable): string {
  return `
Reads the store directly, also beside a running server. Identifiers of people are masked; 64-bit
numbers are text in the JSON form.

${exampleLines(examples)}

${exitStatus}`
}

function exampleLines(examples: readonly string[]): string {
  return ['Examples:', ...examples.map((line) => `  $ ${line}`)].join('\n')
}
