import { formatBeijing } from '@topgate/contracts'
import { SESSION_DAYS } from '@topgate/server'
import type { Command } from 'commander'
import type { Terminal } from '../terminal.ts'
import { newSessionKey, newUserId } from './new-keys.ts'
import { ownerCommand } from './owner-command.ts'
import { addSessionListCommand } from './session-list.ts'

type Done = (code: number) => void

/** `topgate session`: keys by which an app acts for a Taobao user. */
export function addSessionCommand(program: Command, terminal: Terminal, done: Done): void {
  const session = program
    .command('session')
    .summary('session keys: an app acts for a user')
    .description(
      'Session keys come from users who authorise an app (/oauth/authorize), or are issued here. ' +
        'Only their hashes are stored.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ topgate session create --app 30001234\n  $ topgate session list --app 30001234',
    )
  addCreate(session, terminal, done)
  addSessionListCommand(session, terminal, done)
  addRevoke(session, terminal, done)
}

interface CreateOptions {
  readonly app: string
  readonly user?: string
  readonly nick?: string
  readonly days?: string
}

function addCreate(session: Command, terminal: Terminal, done: Done): void {
  const command = session
    .command('create')
    .summary('issue a session key, and show it once')
    .description('Issues a session key for one Taobao user and shows it once.')
    .requiredOption('--app <key>', 'app key')
    .option('--user <id>', 'Taobao user id (default a new one)')
    .option('--nick <name>', 'what the user is called')
    .option('--days <n>', `how long it lives (default ${SESSION_DAYS})`)
  const examples = [
    'topgate session create --app 30001234',
    'topgate session create --app 30001234 --user 2201234567890 --nick 商家 --days 30',
  ]
  ownerCommand(command, examples, terminal, done, () => {
    const { app, user = newUserId(), nick, days }: CreateOptions = command.opts()
    const token = newSessionKey()
    return {
      operation: 'owner.session.create',
      input: { token, app_key: app, user, nick, days },
      describe(result) {
        const { expires_ms } = result as { expires_ms: number }
        return `Session key of the app ${app} for the user ${user}, shown only now:
  ${token}
It lives until ${formatBeijing(expires_ms)} Beijing time.`
      },
      json: (result) => ({ ...(result as object), user, session: token }),
    }
  })
}

function addRevoke(session: Command, terminal: Terminal, done: Done): void {
  const command = session
    .command('revoke')
    .summary('end the sessions of an app')
    .description(
      'Ends what an app may do for users: all of it, that of one user, or one line of ' +
        '`session list`. What a user has authorised ends as a whole, its refresh token too.',
    )
    .requiredOption('--app <key>', 'app key')
    .option('--user <id>', 'only those of this Taobao user')
    .option('--id <id>', 'only this one of `session list`')
  const examples = [
    'topgate session revoke --app 30001234',
    'topgate session revoke --app 30001234 --user 2201234567890',
    'topgate session revoke --app 30001234 --id 15q04lulip32i',
  ]
  ownerCommand(command, examples, terminal, done, () => {
    const { app, user, id }: { app: string; user?: string; id?: string } = command.opts()
    return {
      operation: 'owner.session.revoke',
      input: { app_key: app, user, id },
      describe: (result) => `Revoked: ${(result as { revoked: number }).revoked}`,
    }
  })
}
