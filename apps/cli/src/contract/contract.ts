import { mkdirSync } from 'node:fs'
import type { DocumentedApi } from '@topgate/contracts'
import { openImportedApis, readConfig, writeImportedApis } from '@topgate/server'
import type { Command } from 'commander'
import { exitCodes, UsageError } from '../exit-codes.ts'
import { printable } from '../language.ts'
import { addSettingOptions, settingFlags } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'
import { readDescriptions } from './read-descriptions.ts'

const PROBLEMS_SHOWN = 20

const examples = `
FILE holds TOP's published metadata: one API as .json, an array of them, or one on each line
(.ndjson, .ndjson.gz); - reads the standard input. Field types, needs, limits and texts are read;
what cannot be read is reported and left out, and the rest is published under /docs as documentation
only. A running server shows it within a second. Descriptions of earlier imports stay, unless
--replace is given.

Examples:
  $ topgate contract import taobao.trade.fullinfo.get.json
  $ topgate contract import top-apis.ndjson.gz --replace

Exit status: 0 imported, whatever the report says; 2 the file cannot be read at all.`

interface ImportOptions {
  readonly replace?: true
  readonly json?: true
}

/** `topgate contract`: descriptions of APIs that are documented here and served elsewhere. */
export function addContractCommands(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const contract = program
    .command('contract')
    .summary('descriptions of other APIs, for the documentation')
    .description('Descriptions of APIs that are documented here and not served.')
    .addHelpText('after', '\nExamples:\n  $ topgate contract import top-apis.ndjson.gz')
  const command = contract
    .command('import')
    .summary('publish descriptions as documentation')
    .description("Publishes TOP's API metadata under /docs, as documentation only.")
    .argument('<file>', 'file of API metadata, or - for the standard input')
    .option('--replace', 'forget what was imported before')
    .option('--json', 'print the whole report as a JSON object')
  addSettingOptions(command, ['data-dir'])
    .addHelpText('after', examples)
    .action((file: string, options: ImportOptions) => {
      const { dataDir } = readConfig(settingFlags(command), terminal.env)
      importFile(file, dataDir, options, terminal)
      done(exitCodes.success)
    })
}

function importFile(
  file: string,
  dataDir: string,
  options: ImportOptions,
  terminal: Terminal,
): void {
  const startedMs = terminal.nowMs()
  const { apis, found, unreadable, problems } = readDescriptions(readBytes(file, terminal))
  mkdirSync(dataDir, { recursive: true })
  const before = options.replace === true ? [] : importedBefore(dataDir)
  const all = new Map([...before.map((api) => [api.method, api] as const), ...apis])
  writeImportedApis(dataDir, [...all.values()])
  const report = {
    found,
    published: apis.size,
    unreadable,
    documented: all.size,
    elapsed_ms: terminal.nowMs() - startedMs,
    problems,
  }
  terminal.out(options.json === true ? JSON.stringify(report) : describe(report))
}

function readBytes(file: string, terminal: Terminal): Uint8Array {
  try {
    return terminal.readBytes(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`Cannot read ${file}: ${reason}`)
  }
}

function importedBefore(dataDir: string): DocumentedApi[] {
  const imported = openImportedApis(dataDir)
  if (imported === undefined) return []
  const apis = imported.entries.flatMap(({ method }) => imported.find(method) ?? [])
  imported.close()
  return apis
}

interface Report {
  readonly found: number
  readonly published: number
  readonly unreadable: number
  readonly documented: number
  readonly elapsed_ms: number
  readonly problems: readonly string[]
}

function describe(report: Report): string {
  const { found, published, unreadable, documented, elapsed_ms, problems } = report
  const shown = problems.slice(0, PROBLEMS_SHOWN).map((problem) => `  ${printable(problem)}`)
  const rest = problems.length - shown.length
  return [
    `${published} of ${found} descriptions published under /docs, as documentation only, in ${elapsed_ms} ms.`,
    `${documented} imported APIs are documented now.`,
    ...(unreadable === 0 ? [] : [`${unreadable} could not be read at all.`]),
    ...(problems.length === 0
      ? []
      : [`${problems.length} things could not be read as they stand:`]),
    ...shown,
    ...(rest > 0 ? [`  … and ${rest} more; --json prints all of them.`] : []),
  ].join('\n')
}
