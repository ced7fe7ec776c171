import { processTerminal, runCli } from './index.ts'

/** What a start or stop that failed left open must not keep the process. */
const LEFTOVERS_MS = 250

/** What a shell says of a program that wrote to a closed pipe: 128 and the number of SIGPIPE. */
const EXIT_PIPE = 141

// Who has read enough, such as `head`, closes the pipe: the command has done its work.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT_PIPE)
  throw error
})

process.exitCode = await runCli(process.argv.slice(2), processTerminal())
setTimeout(() => process.exit(), LEFTOVERS_MS).unref()
