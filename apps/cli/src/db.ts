import {
  addKeyToFile,
  backUpStore,
  type RewrapProgress,
  readConfig,
  rewrapStore,
} from '@topgate/server'
import type { Command } from 'commander'
import { exitCodes, UsageError } from './exit-codes.ts'
import { addSettingOptions, settingFlags } from './setting-options.ts'
import { storeSettings } from './store-settings.ts'
import type { Terminal } from './terminal.ts'

const examples = `
Examples:
  $ topgate db backup /backup/topgate-1.db
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

const backupHelp = `
Beside a running server too, and neither waits for the other. The file is checked, synced and readable
by its owner alone; what is sealed in it stays sealed, so it is worth nothing without a copy of the
master key file, kept apart. PostgreSQL is backed up with its own tools.

To restore, make it topgate.db of a new data directory and start the server there:

  mkdir -m 700 restored && cp FILE restored/topgate.db
  topgate start --data-dir restored

Examples:
  $ topgate db backup /backup/topgate-$(date +%F).db
  $ topgate db backup /backup/topgate-1.db --data-dir /var/lib/topgate --json

Exit status: 0 written; 2 nothing was written, or there is no embedded database.`

/** `topgate db`: copies of the store, and its keys. */
export function addDbCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const db = program
    .command('db')
    .summary('backups and master keys of the store')
    .description('Backs the store up, adds master keys, and seals records with the newest one.')
    .addHelpText('after', examples)
  addBackupCommand(db, terminal, done)
  addAddKeyCommand(db, terminal, done)
  addRewrapCommand(db, terminal, done)
}

function addBackupCommand(db: Command, terminal: Terminal, done: (code: number) => void): void {
  const command = db
    .command('backup')
    .summary('copy the embedded database into a file')
    .description('Copies the embedded database, as it is at this moment, into a new file.')
    .argument('<file>', 'a file that is not there yet')
    .option('--json', 'print one JSON object')
  addSettingOptions(command, ['data-dir', 'database-url'])
    .addHelpText('after', backupHelp)
    .action((file: string, { json }: { json?: true }) => {
      const bytes = backUpStore(readConfig(settingFlags(command), terminal.env), file)
      terminal.out(
        json === true
          ? JSON.stringify({ file, bytes })
          : `Wrote ${file}, ${bytes} bytes. Keep a copy of the master key file apart from it.`,
      )
      done(exitCodes.success)
    })
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
