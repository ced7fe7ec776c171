/** For tests that run the command line: a terminal that keeps what is written. */
export { type TestTerminalOptions, testTerminal } from './testing/test-terminal.ts'
