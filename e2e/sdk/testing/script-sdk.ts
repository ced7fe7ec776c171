import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SdkFile } from '@topgate/codegen'
import { catalogue, type DocumentedApi, documentServed } from '@topgate/contracts'
import { afterAll } from 'vitest'
import { APP_KEY, APP_SECRET, SESSION } from '../../testing/samples.ts'
import { readAnswers } from './page-samples.ts'
import { strangeApi } from './strange-api.ts'
import { startStrangeServer } from './strange-server.ts'
import { writeSdk } from './write-sdk.ts'

const runFile = promisify(execFile)

/** An SDK that needs no compiler, in a folder of its own until the tests of the file are over. */
export interface ScriptSdk {
  readonly dir: string
  readonly files: readonly SdkFile[]
  /** How its programs find it. */
  readonly env: Readonly<Record<string, string>>
  /** What a program prints. */
  run(...command: readonly string[]): Promise<string>
  /** The answers to samples of pages, which `command` runs as files. */
  answers(command: readonly string[], url: string, samples: readonly string[]): Promise<string[]>
}

/** What most tests want to call: all served APIs and the strange one. */
export const testedApis = [...catalogue.map(documentServed), strangeApi]

/** The SDK for these APIs. `variable` tells programs where it is. */
export function scriptSdk(
  language: 'php' | 'python',
  variable: string,
  apis: readonly DocumentedApi[] = testedApis,
): ScriptSdk {
  const dir = mkdtempSync(join(tmpdir(), `topgate-${language}-`))
  afterAll(() => rmSync(dir, { recursive: true }))
  const files = writeSdk(language, apis, dir)
  const env = { [variable]: dir }
  const run = async (...[program = '', ...args]: readonly string[]) => {
    const { stdout } = await runFile(program, args, { env: { ...process.env, ...env } })
    return stdout
  }
  return {
    dir,
    files,
    env,
    run,
    async answers(command, url, samples) {
      const files = samples.map((code, index) => {
        const file = join(dir, `sample-${index}`)
        writeFileSync(file, code)
        return file
      })
      const gateway = `${url}/router/rest`
      return readAnswers(await run(...command, gateway, APP_KEY, APP_SECRET, SESSION, ...files))
    },
  }
}

/** The examples of an SDK's readme. */
export function readmeExamples(language: string, dir: string): string[] {
  const readme = readFileSync(join(dir, 'README.md'), 'utf8')
  const blocks = readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))
  return Array.from(blocks, ([, code]) => code ?? '')
}

/** How many connections a program opens for so many calls of `taobao.time.get` to an address. */
export async function connectionsOf(
  calls: number,
  run: (url: string) => Promise<unknown>,
): Promise<number> {
  const server = await startStrangeServer()
  try {
    // The first scenario of envelopes.json answers with a time.
    await run(`${server.url}/envelopes/0`)
    const seen = server.seen('envelopes/0')
    if (seen.length !== calls) throw new Error(`${seen.length} calls`)
    return new Set(seen.map(({ connection }) => connection)).size
  } finally {
    await server.stop()
  }
}
