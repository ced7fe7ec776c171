import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSdkModel, codeSample, type SdkApi, sdkLanguages } from '@topgate/codegen'
import { catalogue, documentServed } from '@topgate/contracts'
import { afterAll, expect, it } from 'vitest'
import { importedApis } from '../testing/imported-apis.ts'
import { writeSdk } from '../testing/write-sdk.ts'
import { warnings } from './cpp-project.ts'
import { cSamples } from './sample-program.ts'

const run = promisify(execFile)
/** A compiler for each core; all of them need half a minute each. */
const COMPILERS = 2
const APIS_PER_FILE = 100
/** C promises 4,095 bytes of a literal; every compiler takes more. */
const longTexts = ['-Wno-overlength-strings']
const COMPILE_MS_MAX = 900_000

/** A file that uses everything of these APIs: a template that nobody uses is hardly looked at. */
function useAll(apis: readonly SdkApi[], headers: ReadonlyMap<string, string>): string {
  return apis
    .flatMap(({ method, name }) => [
      `#include <${headers.get(method)}>`,
      `template topgate::Answer<topgate::${name}Response> topgate::Client::execute(`,
      `    const topgate::${name}Request&, std::string_view) const;`,
    ])
    .join('\n')
}

/** Where TOP's descriptions are not at hand, our own stand for them. */
const imported = importedApis('cpp') ?? catalogue.map(documentServed)

const dir = mkdtempSync(join(tmpdir(), 'topgate-cpp-imported-'))
afterAll(() => rmSync(dir, { recursive: true }))

it(
  'every header of imported APIs compiles without a warning',
  async () => {
    const language = sdkLanguages.find(({ name }) => name === 'cpp')
    if (language === undefined) throw new Error('no C++')
    const files = writeSdk('cpp', imported, dir)
    const { apis } = buildSdkModel(imported, language.naming, '1.0.0')
    expect(apis).toHaveLength(imported.length)
    const paths = files.flatMap(({ path }) => /^include\/(topgate\/api\/.*)$/.exec(path)?.[1] ?? [])
    const headers = new Map(paths.map((path) => [path.slice('topgate/api/'.length, -4), path]))
    const units: string[] = []
    for (let first = 0; first < apis.length; first += APIS_PER_FILE) {
      const unit = join(dir, `unit-${first}.cpp`)
      writeFileSync(unit, useAll(apis.slice(first, first + APIS_PER_FILE), headers))
      units.push(unit)
    }
    const options = ['-std=c++17', ...warnings, '-fsyntax-only', '-I', join(dir, 'include')]
    const compileNext = async (): Promise<void> => {
      for (let unit = units.pop(); unit !== undefined; unit = units.pop()) {
        await run('g++', [...options, unit], { maxBuffer: 16 * 1024 * 1024 })
      }
    }
    await Promise.all(Array.from({ length: COMPILERS }, compileNext))
  },
  COMPILE_MS_MAX,
)

it(
  'every sample of imported APIs compiles as C',
  async () => {
    const samples = imported.map((api) => ({ code: codeSample(api, 'C/C++') }))
    const file = join(dir, 'samples.c')
    writeFileSync(file, cSamples(samples))
    const include = join(import.meta.dirname, '../../../packages/codegen/cores/cpp/include')
    const options = ['-std=c99', ...warnings, ...longTexts, '-fsyntax-only', '-I', include]
    await run('gcc', [...options, file], { maxBuffer: 16 * 1024 * 1024 })
  },
  COMPILE_MS_MAX,
)
