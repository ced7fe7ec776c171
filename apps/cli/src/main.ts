import { processTerminal, runCli } from './index.ts'

/** What a start or stop that failed left open must not keep the process. */
const LEFTOVERS_MS = 250

process.exitCode = await runCli(process.argv.slice(2), processTerminal())
setTimeout(() => process.exit(), LEFTOVERS_MS).unref()
