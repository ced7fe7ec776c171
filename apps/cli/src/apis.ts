import { catalogue } from '@topgate/contracts'
import type { Command } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { inLanguageOf } from './language.ts'
import type { Terminal } from './terminal.ts'

const examples = `
Examples:
  $ topgate apis
  $ topgate apis --json | jq -r '.[].method'`

/** `topgate apis`: what can be called. */
export function addApisCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  program
    .command('apis')
    .summary('list the APIs')
    .description('Lists the APIs that the platform offers.')
    .option('--json', 'print a JSON array')
    .addHelpText('after', examples)
    .action(({ json }: { json?: true }) => {
      terminal.out(json === true ? asJson() : asText(terminal))
      done(exitCodes.success)
    })
}

function asJson(): string {
  return JSON.stringify(catalogue.map(({ method, title, access }) => ({ method, title, access })))
}

function asText(terminal: Terminal): string {
  const say = inLanguageOf(terminal.env)
  const width = Math.max(...catalogue.map(({ method }) => method.length))
  return catalogue.map(({ method, title }) => `${method.padEnd(width)}  ${say(title)}`).join('\n')
}
