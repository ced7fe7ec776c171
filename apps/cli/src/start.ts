import { EXIT_FATAL, readConfig, startServer } from '@topgate/server'
import type { Command } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { addSettingOptions, settingFlags } from './setting-options.ts'
import type { Terminal } from './terminal.ts'
import { welcome } from './welcome.ts'

/**
 * A terminal, npm and a launcher may each pass on the same Ctrl-C. What comes this soon after the
 * first signal is its echo and not the wish to end at once.
 */
const ECHO_MS = 300

const examples = `
Every setting may also stand in the environment or in the settings file; flags win. Calls are logged
as JSON lines on stdout. The greeting comes first; a production server whose stdout is not a
terminal greets on stderr. A node that starts beside its PostgreSQL waits for it up to five seconds.

Examples:
  $ topgate start
  $ topgate start --port 9000 --admin-port 9001 --data-dir /tmp/topgate-try
  $ topgate start --mode production --config /etc/topgate.json --master-key-file /etc/topgate.key

Ctrl-C or SIGTERM drains and stops; a second one ends at once.
Exit status: 0 stopped; 1 ended before it had drained; 2 a setting or the store prevents the start;
70 the store failed or a defect was met: start again.`

/** `topgate start`: serves until a signal ends it. */
export function addStartCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const command = program
    .command('start')
    .summary('run the server')
    .description('Runs the server: gateway, operators and the embedded database or PostgreSQL.')
  addSettingOptions(command)
    .addHelpText('after', examples)
    .action(async () => {
      done(await start(settingFlags(command), terminal))
    })
}

async function start(
  flags: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<number> {
  endOnDefects(terminal)
  const config = readConfig(flags, terminal.env)
  // Listening before the start: a signal that comes meanwhile stops what has just been started.
  const asked = awaitSignal(terminal)
  const server = await startServer(config)
  const greeting = welcome(server, config, terminal)
  // A production log on stdout is read by programs, line by line.
  if (config.mode === 'sandbox' || terminal.isInteractive) terminal.out(`\n${greeting}\n`)
  else terminal.err(greeting)
  await asked
  terminal.err('Stopping …')
  const { drainAnnounceMs, drainMsMax } = config.limits
  setTimeout(() => process.exit(exitCodes.refused), drainAnnounceMs + drainMsMax).unref()
  await server.stop()
  return exitCodes.success
}

/** Resolves at the first signal that asks to end; one that comes later ends the process at once. */
function awaitSignal({ nowMs }: Terminal): Promise<void> {
  return new Promise((resolve) => {
    let firstMs: number | undefined
    const onSignal = () => {
      if (firstMs === undefined) {
        firstMs = nowMs()
        resolve()
      } else if (nowMs() - firstMs > ECHO_MS) {
        process.exit(exitCodes.refused)
      }
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
}

/** What nobody caught may have left anything behind: the only safe answer is a new process. */
function endOnDefects(terminal: Terminal): void {
  const end = (error: unknown) => {
    terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exit(EXIT_FATAL)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
