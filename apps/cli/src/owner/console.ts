import {
  hashPassword,
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
  passwordTrouble,
} from '@topgate/server'
import type { Command } from 'commander'
import { UsageError } from '../exit-codes.ts'
import type { Terminal } from '../terminal.ts'
import { newPassword } from './new-keys.ts'
import { ownerCommand } from './owner-command.ts'
import { readSecret } from './read-secret.ts'

type Done = (code: number) => void

/** `topgate console`: the pages for operators. */
export function addConsoleCommand(program: Command, terminal: Terminal, done: Done): void {
  const console = program
    .command('console')
    .summary('the password of the console')
    .description('Looks after the console, the pages for operators.')
    .addHelpText('after', '\nExamples:\n  $ topgate console password')
  const command = console
    .command('password')
    .summary('set the password of the console')
    .description(
      'Sets the password of the console: a new one, shown once, or one of your own. Everybody who ' +
        'is logged in has to log in again.',
    )
    .option('--password <password>', 'take this password; - reads it from the standard input')
  const examples = [
    'topgate console password',
    'topgate console password --password - < password.txt',
  ]
  ownerCommand(command, examples, terminal, done, async () => {
    const { password: given }: { password?: string } = command.opts()
    const password = given === undefined ? newPassword() : refusePoor(readSecret(given, terminal))
    return {
      operation: 'owner.console.password',
      input: { password_hash: await hashPassword(password) },
      describe: () =>
        given === undefined
          ? `New password of the console, shown only now:\n  ${password}`
          : 'The password of the console is set.',
      json: () => (given === undefined ? { password } : {}),
    }
  })
}

const troubles = {
  short: `is too short: at least ${PASSWORD_CHARS_MIN} characters`,
  long: `is too long: at most ${PASSWORD_CHARS_MAX} characters`,
  common: 'is too easy to guess: choose a longer or less common one',
} as const

function refusePoor(password: string): string {
  const trouble = passwordTrouble(password)
  if (trouble === undefined) return password
  throw new UsageError(`This password ${troubles[trouble]}.`)
}
