import { SdkRefusal, sdkLanguages } from '@topgate/codegen'
import type { DocumentedApi } from '@topgate/contracts'
import { createSdkPackage, readConfig, type SdkPackage } from '@topgate/server'
import { type Command, Option } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { printable } from '../language.ts'
import { addSettingOptions, settingFlags } from '../setting-options.ts'
import type { Terminal } from '../terminal.ts'
import { type Choice, chooseApis } from './choose-apis.ts'
import { type WrittenSdk, writeSdkPackage } from './write-sdk-package.ts'

const names = sdkLanguages.map(({ name }) => name)

const examples = `
Writes a folder, ready to be built, and an archive of it. The same version gives the same bytes, so the
archive can be compared. Without --api it has every API that is served here. Imported ones (\`topgate
contract import\`) are added by name, or all of them with --imported; of those, what the language
cannot express is left out and told.

Languages: ${names.join(', ')}

Examples:
  $ topgate sdk java --out sdk
  $ topgate sdk typescript --out sdk --api alibaba.charity.useraction.sync taobao.time.get
  $ topgate sdk python --out sdk --imported --json

Exit status: 0 written; 1 a language cannot express an API that was asked for; 2 wrong usage.`

interface SdkOptions extends Choice {
  readonly out: string
  readonly force?: true
  readonly json?: true
}

/** `topgate sdk`: the client library of a language, generated from contracts. */
export function addSdkCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const command = program
    .command('sdk')
    .summary('write the SDK of a language')
    .description('Writes the SDK of a language for the APIs of this platform.')
    .argument('<language>', `one of ${names.join(', ')}`)
    .requiredOption('--out <dir>', 'the folder to write into')
    .addOption(new Option('--api <method...>', 'these APIs alone').conflicts('imported'))
    .option('--imported', 'add every API that was imported')
    .option('--force', 'replace what an earlier run wrote there')
    .option('--json', 'print what was written as a JSON object')
  addSettingOptions(command, ['data-dir'])
    .addHelpText('after', examples)
    .action((languageName: string, options: SdkOptions) => {
      const { dataDir } = readConfig(settingFlags(command), terminal.env)
      done(runSdk(languageName, options, dataDir, terminal))
    })
}

function runSdk(
  languageName: string,
  options: SdkOptions,
  dataDir: string,
  terminal: Terminal,
): number {
  const { language, apis } = chooseApis(languageName, options, dataDir)
  const refusals: SdkRefusal[] = []
  const create = (candidates: readonly DocumentedApi[]) => createSdkPackage(language, candidates)
  let made: SdkPackage
  try {
    made = options.imported === true ? createWithout(apis, create, refusals) : create(apis)
  } catch (error) {
    if (!(error instanceof SdkRefusal)) throw error
    terminal.err(`No ${language.title} SDK: ${printable(error.message)}`)
    return exitCodes.refused
  }
  const written = writeSdkPackage(made, options.out, options.force === true)
  const count = apis.length - refusals.length
  terminal.out(options.json === true ? asJson(written, count, refusals) : asText(written, count))
  for (const { message } of refusals) terminal.err(`left out: ${printable(message)}`)
  return exitCodes.success
}

/** What cannot be expressed is left out, one after the other. */
function createWithout(
  apis: readonly DocumentedApi[],
  create: (apis: readonly DocumentedApi[]) => SdkPackage,
  refusals: SdkRefusal[],
): SdkPackage {
  let left = apis
  for (;;) {
    try {
      return create(left)
    } catch (error) {
      if (!(error instanceof SdkRefusal)) throw error
      refusals.push(error)
      left = left.filter(({ method }) => method !== error.method)
    }
  }
}

function asText({ folder, fileCount, archive, archiveBytes, sha256 }: WrittenSdk, count: number) {
  return [
    `${count} ${count === 1 ? 'API' : 'APIs'}, ${fileCount} files in ${folder}`,
    `${archive}  ${archiveBytes} bytes, sha256 ${sha256}`,
  ].join('\n')
}

function asJson(written: WrittenSdk, count: number, refusals: readonly SdkRefusal[]): string {
  return JSON.stringify({
    apis: count,
    folder: written.folder,
    files: written.fileCount,
    archive: written.archive,
    bytes: written.archiveBytes,
    sha256: written.sha256,
    left_out: refusals.map(({ method, field, reason }) => ({ method, field, reason })),
  })
}
