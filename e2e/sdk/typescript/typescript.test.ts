import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSdk, SDK_VERSION, sdkLanguages } from '@topgate/codegen'
import { catalogue, documentServed } from '@topgate/contracts'
import { readCore } from '@topgate/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runConformance } from '../testing/run-conformance.ts'
import { strangeApi } from '../testing/strange-api.ts'
import { type InstalledSdk, installSdk } from './install-sdk.ts'

const language = sdkLanguages.find(({ name }) => name === 'typescript')
if (language === undefined) throw new Error('no such language')
const apis = [...catalogue.map(documentServed), strangeApi]
let sdk: InstalledSdk

beforeAll(() => {
  sdk = installSdk(generateSdk(language, apis, readCore(language), SDK_VERSION))
})

afterAll(() => sdk.remove())

it('does what every SDK has to do', async () => {
  const program = join(sdk.folder, 'conformance.mjs')
  copyFileSync(join(import.meta.dirname, 'conformance.mjs'), program)
  const command = [process.execPath, program] as const
  expect(await runConformance(command, { offersXml: false })).toEqual({})
}, 120_000)
