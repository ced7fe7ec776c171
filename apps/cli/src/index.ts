/** The command line for developers and operators: run the server, sign and send calls, look inside. */
export { runCli } from './run-cli.ts'
export { processTerminal, type Terminal } from './terminal.ts'
