import { addKeyToFile, type RewrapProgress, readConfig, rewrapStore } from '@topgate/server'
import type { Command } from 'commander'
import { exitCodes, UsageError } from './exit-codes.ts'
import { addSettingOptions, settingFlags } from './setting-options.ts'
import type { Terminal } from './terminal.ts'

/** The settings that say where the store is and what it is sealed with. */
const storeSettings = ['mode', 'data-dir', 'database-url', 'master-key-file']

const examples = `
Examples:
  $ topgate db add-key --master-key-file /etc/topgate.key
  $ topgate db rewrap --mode production --master-key-file /etc/topgate.key`

const addKeyHelp = `
The file is replaced as a whole and stays readable by its owner alone. The first time it also gets
the lookup key as a line of its own, by which phones and ids are found again: that line stays.

  1. topgate db add-key       the new key opens and, after a restart, seals
  2. restart the server       several nodes: first put a line “seal OLD_VERSION” into the file, give
                              it to all nodes and restart them; then remove the line, restart again
  3. topgate db rewrap        seals what older keys sealed
  4. remove the old line      and keep a copy apart: backups from before still need it

Example:
  $ topgate db add-key --master-key-file /etc/topgate.key

Exit status: 0 added; 2 the file cannot be read or written.`

const rewrapHelp = `
With PostgreSQL it runs beside the nodes, in short transactions of some hundred records. The
embedded database belongs to its server: stop that first. Interrupted, it goes on where it ended
when it is started again.

Examples:
  $ topgate db rewrap --mode production --master-key-file /etc/topgate.key
  $ topgate db rewrap --database-url postgres://localhost/topgate --master-key-file /etc/topgate.key

Exit status: 0 everything is sealed with the newest key; 2 the store cannot be opened.`

/** `topgate db`: the keys of the store. */
export function addDbCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const db = program
    .command('db')
    .summary('master keys of the store')
    .description('Adds master keys, and seals stored records with the newest one.')
    .addHelpText('after', examples)
  addAddKeyCommand(db, terminal, done)
  addRewrapCommand(db, terminal, done)
}

function addAddKeyCommand(db: Command, terminal: Terminal, done: (code: number) => void): void {
  const command = db
    .command('add-key')
    .summary('add a new key to the master key file')
    .description('Adds a new key to the master key file; it seals from the next start on.')
  addSettingOptions(command, ['master-key-file'])
    .addHelpText('after', addKeyHelp)
    .action(() => {
      const flag = settingFlags(command)['master-key-file']
      const file = flag ?? terminal.env.TOPGATE_MASTER_KEY_FILE
      if (file === undefined || file === '') {
        throw new UsageError('Name the file with --master-key-file or TOPGATE_MASTER_KEY_FILE')
      }
      const version = addKeyToFile(file)
      terminal.out(
        `Added the key of version ${version} to ${file}. Copy the file to a safe place, restart ` +
          'the server, then run  topgate db rewrap',
      )
      done(exitCodes.success)
    })
}

function addRewrapCommand(db: Command, terminal: Terminal, done: (code: number) => void): void {
  const command = db
    .command('rewrap')
    .summary('seal all records with the newest master key')
    .description('Seals every record with the newest master key that an older one sealed.')
    .option('--json', 'print one JSON object')
  addSettingOptions(command, storeSettings)
    .addHelpText('after', rewrapHelp)
    .action(async ({ json }: { json?: true }) => {
      const config = readConfig(settingFlags(command), terminal.env)
      const { sealVersion, resealed, retired } = await rewrapStore(
        config,
        progressTo((line) => terminal.err(line)),
      )
      if (json === true) {
        terminal.out(JSON.stringify({ seal_version: sealVersion, resealed, retired }))
      } else {
        terminal.out(describe(sealVersion, resealed, retired))
      }
      done(exitCodes.success)
    })
}

function describe(sealVersion: number, resealed: number, retired: readonly number[]): string {
  const records = `${resealed} record${resealed === 1 ? '' : 's'}`
  return [
    `Sealed ${records} anew; everything is sealed with the key of version ${sealVersion}.`,
    ...(retired.length === 0
      ? []
      : [
          `No record needs version ${retired.join(', ')} any more. Its line may leave the master ` +
            'key file; the lookup line stays. Backups from before still need it.',
        ]),
  ].join('\n')
}

const LINE_EVERY = 10_000

/** A line for each column that had something, and more while a large one is under way. */
function progressTo(print: (line: string) => void): (progress: RewrapProgress) => void {
  let told = ''
  return ({ table, column, resealed }) => {
    const step = `${table}.${column} ${Math.floor(resealed / LINE_EVERY)}`
    if (resealed === 0 || step === told) return
    told = step
    print(`${table}.${column}: ${resealed} sealed anew so far`)
  }
}
