import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DocumentedApi } from '@topgate/contracts'
import { writeSdk } from '../testing/write-sdk.ts'

const run = promisify(execFile)
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024
const MCS = ['-langversion:7.2', '-warn:4', '-warnaserror', '-nologo']
const LIBRARIES = ['System.Core', 'System.Net.Http', 'System.Xml']

/** A folder with the SDK for some APIs as an assembly, and programs that use it. */
export interface CsharpProject {
  readonly sdkDir: string
  /** Compiles the SDK; warnings count as errors. Rejects with what the compiler says. */
  compileSdk(): Promise<void>
  /** Compiles a program from texts by their file names and returns where it is. */
  compile(name: string, sources: Readonly<Record<string, string>>): Promise<string>
  run(program: string, ...args: readonly string[]): Promise<string>
  remove(): void
}

/** `symbols` choose the branches of the platforms that the SDK is built for. */
export function csharpProject(
  apis: readonly DocumentedApi[],
  symbols: readonly string[] = [],
): CsharpProject {
  const dir = mkdtempSync(join(tmpdir(), 'topgate-csharp-'))
  const sdkDir = join(dir, 'sdk')
  const sdk = join(dir, 'Topgate.Sdk.dll')
  const sources = writeSdk('csharp', apis, sdkDir)
    .filter(({ path }) => path.endsWith('.cs'))
    .map(({ path }) => join(sdkDir, path))
  return {
    sdkDir,
    compileSdk: () =>
      mcs(dir, sources, [
        '-target:library',
        `-out:${sdk}`,
        ...symbols.map((symbol) => `-d:${symbol}`),
      ]),
    async compile(name, texts) {
      const program = join(dir, `${name}.exe`)
      const files = Object.entries(texts).map(([file, text]) => {
        writeFileSync(join(dir, file), text)
        return join(dir, file)
      })
      await mcs(dir, files, [`-out:${program}`, `-main:${name}`, `-r:${sdk}`])
      return program
    },
    async run(program, ...args) {
      const { stdout } = await run('mono', [program, ...args], { maxBuffer: OUTPUT_BYTES_MAX })
      return stdout
    },
    remove: () => rmSync(dir, { recursive: true }),
  }
}

/** The names of source files are many: they go into a file. */
async function mcs(dir: string, files: readonly string[], options: string[]): Promise<void> {
  const list = join(dir, 'sources.rsp')
  writeFileSync(list, files.map((file) => `"${file}"\n`).join(''))
  const references = LIBRARIES.map((library) => `-r:${library}.dll`)
  await run('mcs', [...MCS, ...references, ...options, `@${list}`])
}
