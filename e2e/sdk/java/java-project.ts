import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DocumentedApi } from '@topgate/contracts'
import { writeSdk } from '../testing/write-sdk.ts'

const run = promisify(execFile)
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024

/** A folder with the SDK for some APIs and with programs that use it, some of which lie here. */
export interface JavaProject {
  readonly sdkDir: string
  readonly classesDir: string
  /** Adds a program to be compiled with the SDK. */
  add(fileName: string, text: string): void
  /** Compiles everything; warnings count as errors. Rejects with what the compiler says. */
  compile(): Promise<void>
  run(mainClass: string, ...args: readonly string[]): Promise<string>
  remove(): void
}

export function javaProject(
  apis: readonly DocumentedApi[],
  programs: readonly string[],
): JavaProject {
  const dir = mkdtempSync(join(tmpdir(), 'topgate-java-'))
  const [sdkDir, programsDir, classesDir] = ['sdk', 'programs', 'classes'].map((name) =>
    join(dir, name),
  ) as [string, string, string]
  mkdirSync(programsDir)
  const sources = writeSdk('java', apis, sdkDir)
    .filter(({ path }) => path.endsWith('.java'))
    .map(({ path }) => join(sdkDir, path))
  for (const name of programs) {
    copyFileSync(join(import.meta.dirname, name), join(programsDir, name))
    sources.push(join(programsDir, name))
  }
  return {
    sdkDir,
    classesDir,
    add(fileName, text) {
      writeFileSync(join(programsDir, fileName), text)
      sources.push(join(programsDir, fileName))
    },
    async compile() {
      writeFileSync(join(dir, 'sources'), sources.map((path) => `"${path}"\n`).join(''))
      const options = [
        '-J-XX:TieredStopAtLevel=1',
        '--release',
        '17',
        '-encoding',
        'UTF-8',
        '-Xlint:all',
        '-Werror',
      ]
      await run('javac', [...options, '-d', classesDir, `@${join(dir, 'sources')}`])
    },
    async run(mainClass, ...args) {
      const options = { maxBuffer: OUTPUT_BYTES_MAX }
      const { stdout } = await run(
        'java',
        [...javaOptions(classesDir), mainClass, ...args],
        options,
      )
      return stdout
    },
    remove: () => rmSync(dir, { recursive: true }),
  }
}

/** Programs that live for a second are better off without the slower compiler of the machine. */
export function javaOptions(classesDir: string): string[] {
  return [
    '-XX:TieredStopAtLevel=1',
    '-Dfile.encoding=UTF-8',
    '-Dstdout.encoding=UTF-8',
    '-cp',
    classesDir,
  ]
}
