import { execFile } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { catalogue, documentServed } from '@topgate/contracts'
import { readAnswer } from '@topgate/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP_KEY, APP_SECRET, SESSION } from '../../testing/samples.ts'
import { sandboxDuring } from '../../testing/start-server.ts'
import { expectSampleAnswer, printedSamples } from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { strangeApi } from '../testing/strange-api.ts'
import { type InstalledSdk, installSdk } from './install-sdk.ts'
import { promisedNodes } from './node-versions.ts'

const PACKED_BYTES_MAX = 40 * 1024

let sdk: InstalledSdk

beforeAll(() => {
  sdk = installSdk([...catalogue.map(documentServed), strangeApi])
})

afterAll(() => sdk.remove())

const isNightly = process.env.TOPGATE_TEST_NIGHTLY === '1'
const nodes = promisedNodes({ registry: isNightly })

it.concurrent.each([...nodes])(
  'does on Node %i what every SDK has to do',
  async (_, node) => {
    const program = join(sdk.folder, 'conformance.mjs')
    copyFileSync(join(import.meta.dirname, 'conformance.mjs'), program)
    expect(await runConformance([node, program], { offersXml: false })).toEqual({})
  },
  120_000,
)

it.each([...nodes])('is the same for require and import on Node %i', async (_, node) => {
  const program = join(sdk.folder, 'both.mjs')
  const lines = [
    "import { createRequire } from 'node:module'",
    "import * as imported from 'topgate-sdk'",
    "const required = createRequire(import.meta.url)('topgate-sdk')",
    'const names = Object.keys(required).sort()',
    'console.log(names.join(), names.every((name) => imported[name] === required[name]))',
  ]
  writeFileSync(program, lines.join('\n'))
  expect(await run(node, [program])).toBe(
    'TopClient,TopError,TopInputError,TopNonsense,TopRefusal,TopTransportError,signParameters true\n',
  )
})

it('depends on nothing and is small', () => {
  const manifest = JSON.parse(
    readFileSync(join(sdk.folder, 'node_modules/topgate-sdk/package.json'), 'utf8'),
  )
  expect([manifest.dependencies, manifest.peerDependencies]).toEqual([undefined, undefined])
  const isOnlyOne = readdirSync(join(sdk.folder, 'node_modules')).filter((name) => name[0] !== '.')
  expect(isOnlyOne).toEqual(['topgate-sdk'])
  expect(statSync(sdk.tarball).size).toBeLessThan(PACKED_BYTES_MAX)
})

const modules = join(import.meta.dirname, '../../../node_modules')

it.each([
  ['types.mts', 'node16'],
  ['types.cts', 'node16'],
  ['types.ts', 'bundler'],
])(
  'keeps the promises of its types where it is installed, in %s (%s)',
  async (file, resolution) => {
    copyFileSync(join(import.meta.dirname, 'types.test-d.ts'), join(sdk.folder, file))
    const config = {
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        // The declarations themselves are checked, and need no types of Node.
        skipLibCheck: false,
        lib: ['es2022', 'dom'],
        types: [],
        target: 'es2022',
        module: resolution === 'bundler' ? 'esnext' : resolution,
        moduleResolution: resolution,
      },
      files: [file],
    }
    writeFileSync(join(sdk.folder, 'tsconfig.json'), JSON.stringify(config))
    const tsc = join(modules, 'typescript/bin/tsc')
    expect(await run(process.execPath, [tsc, '-p', '.'])).toBe('')
  },
  60_000,
)

describe('the NodeJS samples', () => {
  const server = sandboxDuring()

  it.each([...nodes])(
    'run on Node %i as the pages print them',
    async (_, node) => {
      for (const { api, code } of printedSamples('NodeJS')) {
        const program = join(sdk.folder, 'sample.cjs')
        const given = { url: `${server().url}/router/rest`, appkey: APP_KEY, secret: APP_SECRET }
        const variables = Object.entries({ ...given, sessionKey: SESSION }).map(
          ([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`,
        )
        writeFileSync(program, variables.join('') + code)
        const { stdout, stderr } = await promisify(execFile)(node, [program], { cwd: sdk.folder })
        const { sandboxAnswer } = api.guide
        const documented = readAnswer(sandboxAnswer?.body ?? '{}', api.method, api).outcome
        if (documented.kind !== 'error') expectSampleAnswer(api, stdout, 'json')
        else expect(stderr).toContain(`subCode: '${documented.subCode}'`)
      }
    },
    60_000,
  )
})

describe('the README', () => {
  const server = sandboxDuring()

  it('has examples that run as they stand', async () => {
    const text = readFileSync(join(sdk.folder, 'node_modules/topgate-sdk/README.md'), 'utf8')
    const examples = Array.from(text.matchAll(/^```(?:js|ts)\n(.*?)^```/gms), ([, code]) => code)
    const url = `${server().url}/router/rest`
    const given = Object.entries({ url, appKey: APP_KEY, secret: APP_SECRET })
      .map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
      .join('')
    const program = join(sdk.folder, 'readme.mjs')
    const outputs: string[] = []
    for (const code of examples) {
      writeFileSync(program, given + code)
      outputs.push(await run(process.execPath, [program]))
    }
    expect(outputs).toEqual(['true 0.1\n', expect.stringMatching(/^2\d{3}-\d\d-\d\dT.*Z\n$/)])
  })
})

/** What a program of a user says, on the Node that is asked for. */
async function run(program: string, args: readonly string[]): Promise<string> {
  const options = { cwd: sdk.folder, timeout: 60_000 }
  return promisify(execFile)(program, args, options).then(
    ({ stdout }) => stdout,
    (error: { stdout: string; message: string }) => `${error.message}\n${error.stdout}`,
  )
}
