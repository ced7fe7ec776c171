import { userInfo } from 'node:os'
import { type Config, readConfig, runOwnerOrder } from '@topgate/server'
import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { printable } from '../language.ts'
import { addSettingOptions, settingFlags } from '../setting-options.ts'
import { storeSettings } from '../store-settings.ts'
import type { Terminal } from '../terminal.ts'

/** What a command of the owner asks for, and how its answer is told. */
export interface OwnerWish {
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  readonly lines?: readonly string[]
  /** What was done, for people. */
  describe(result: unknown): string
  /** The same as JSON; `result` itself unless given. */
  json?(result: unknown): unknown
}

/** Nothing is asked of the store: only this is printed. */
export interface OwnerPrint {
  readonly print: string
}

type Done = (code: number) => void

/** Adds the settings of the store, `--json` and the help to a command that changes something. */
export function ownerCommand(
  command: Command,
  examples: readonly string[],
  terminal: Terminal,
  done: Done,
  wish: (args: readonly string[], config: Config) => OwnerWish | OwnerPrint | Promise<OwnerWish>,
): Command {
  command.option('--json', 'print a JSON object')
  return addSettingOptions(command, storeSettings)
    .addHelpText('after', helpOf(examples))
    .action(async () => {
      const config = readConfig(settingFlags(command), terminal.env)
      const wished = await wish(command.args, config)
      if ('print' in wished) {
        terminal.out(wished.print)
        return done(exitCodes.success)
      }
      const { operation, input, lines, describe, json } = wished
      const answer = await runOwnerOrder(config, {
        operation,
        by: localUser(),
        input,
        ...(lines === undefined ? {} : { lines }),
      })
      if (!answer.done) {
        terminal.err(printable(answer.problems.join('\n')))
        return done(exitCodes.refused)
      }
      const { json: asJson }: { json?: true } = command.opts()
      if (asJson === true) terminal.out(JSON.stringify(json?.(answer.result) ?? answer.result))
      else terminal.out(printable(describe(answer.result)))
      done(exitCodes.success)
    })
}

const USER_CHARS_MAX = 64

/** In a container the user may have no name. */
function localUser(): string {
  try {
    return userInfo().username.slice(0, USER_CHARS_MAX)
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}

function helpOf(examples: readonly string[]): string {
  return `
Works beside a running server, which sees the change at once; other nodes on PostgreSQL see it
within five seconds. Every change leaves a line in the audit.

Examples:
${examples.map((line) => `  $ ${line}`).join('\n')}

Exit status: 0 done; 1 refused, nothing was changed; 2 wrong usage, or the store cannot be opened.`
}
