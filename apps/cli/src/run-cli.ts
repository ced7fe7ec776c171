import { Command, CommanderError } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { addApisCommand } from './apis.ts'
import { addCallCommand } from './call.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { addSignCommand } from './sign.ts'
import type { Terminal } from './terminal.ts'

const examples = `
Examples:
  $ topgate start
  $ topgate call alibaba.charity.useraction.sync --sample
  $ topgate sign taobao.time.get
  $ topgate show event UNI_9901
  $ topgate why REQUEST_ID
  $ topgate sdk java --out sdk

\`topgate help COMMAND\` has more. TOP_URL, TOP_APP_KEY and TOP_APP_SECRET say what \`call\` and \`sign\`
use; the TOPGATE_… variables are the settings of the server.`

/** Runs one command line, without the program's own name, and returns its exit status. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.success
  try {
    const program = await createProgram(argv[0], terminal, (code) => {
      exitCode = code
    })
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    return exitCodeOf(error, terminal)
  }
}

/** Loading the server takes longer than everything else that these do: they go without it. */
const lightCommands = ['call', 'sign', 'apis']

async function createProgram(
  name: string | undefined,
  terminal: Terminal,
  done: (code: number) => void,
): Promise<Command> {
  const program = new Command('topgate')
    .description('An open platform that speaks the protocol of TOP: run it, call it, look into it.')
    .version(packageJson.version)
    .addHelpText('after', examples)
    .showHelpAfterError('(--help shows what there is, with examples)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
  addCallCommand(program, terminal, done)
  addSignCommand(program, terminal, done)
  addApisCommand(program, terminal, done)
  if (name === undefined || !lightCommands.includes(name)) {
    const [start, show, why, owner, contract, sdk, db] = await Promise.all([
      import('./start.ts'),
      import('./show/show.ts'),
      import('./why.ts'),
      import('./owner/owner-commands.ts'),
      import('./contract/contract.ts'),
      import('./sdk/sdk.ts'),
      import('./db.ts'),
    ])
    start.addStartCommand(program, terminal, done)
    show.addShowCommand(program, terminal, done)
    why.addWhyCommand(program, terminal, done)
    owner.addOwnerCommands(program, terminal, done)
    contract.addContractCommands(program, terminal, done)
    sdk.addSdkCommand(program, terminal, done)
    db.addDbCommand(program, terminal, done)
  }
  return program
}

/** What is the reader's to mend is told in words alone; everything else is a defect. */
function exitCodeOf(error: unknown, terminal: Terminal): number {
  // Commander has already written; help and version are "errors" with the status 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage
  const words = wordsOf(error)
  if (words === undefined) throw error
  terminal.err(words)
  return exitCodes.usage
}

function wordsOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof UsageError || error.name === 'StartRefusal') return error.message
  if (error.name !== 'StorageFault' || !('kind' in error)) return undefined
  const remedy = storageRemedies[String(error.kind)]
  return remedy && `The database cannot be used: ${error.message}. ${remedy}`
}

/** Faults of the store that only its owner can mend. The other kinds are defects of ours. */
const storageRemedies: Readonly<Record<string, string>> = {
  unavailable: 'Look at --database-url and at its server, or without one at --data-dir.',
  full: 'Nothing was changed. Make room on its disk, then try again.',
  fatal:
    'Its file is damaged, or its disk fails: look at the disk, and restore a backup if the same ' +
    'is said again (docs/guides/backup.md).',
}
