import { execFile } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { codeSample } from '@topgate/codegen'
import { catalogue, documentServed } from '@topgate/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IMPORTED_MS_MAX, importedApis } from '../testing/imported-apis.ts'
import { type InstalledSdk, installSdk } from './install-sdk.ts'

const tsc = join(import.meta.dirname, '../../../node_modules/typescript/bin/tsc')
const run = promisify(execFile)
/** Where TOP's descriptions are not at hand, our own stand for them. */
const apis = importedApis('typescript') ?? catalogue.map(documentServed)

describe('the SDK of the imported APIs', () => {
  let sdk: InstalledSdk
  beforeAll(() => {
    sdk = installSdk(apis)
  }, IMPORTED_MS_MAX)
  afterAll(() => sdk.remove())

  it(
    'compiles, with a request and an answer of each',
    async () => {
      const uses = apis.map(
        ({ method }, at) => `const m${at}: keyof Apis = ${JSON.stringify(method)}; void m${at}`,
      )
      writeFileSync(
        join(sdk.folder, 'all.ts'),
        ["import type { Apis } from 'topgate-sdk'", ...uses].join('\n'),
      )
      const options = ['--strict', '--noEmit', '--target', 'es2022', '--skipLibCheck', 'false']
      const resolution = ['--module', 'node20', '--types', '', '--lib', 'es2022,dom']
      const compiled = await run(process.execPath, [tsc, ...options, ...resolution, 'all.ts'], {
        cwd: sdk.folder,
      }).catch((error: { stdout: string }) => error)
      expect(compiled.stdout.slice(0, 4000)).toBe('')
    },
    IMPORTED_MS_MAX,
  )

  it('takes the request of every sample', async () => {
    const samples = apis.map((api) => [api.method, codeSample(api, 'NodeJS')])
    writeFileSync(join(sdk.folder, 'samples.json'), JSON.stringify(samples))
    const program = join(sdk.folder, 'run-samples.cjs')
    copyFileSync(join(import.meta.dirname, 'run-samples.cjs'), program)
    const { stdout } = await run(process.execPath, [program], { cwd: sdk.folder })
    expect(JSON.parse(stdout)).toEqual({ taken: apis.length, problems: {} })
  })
})
