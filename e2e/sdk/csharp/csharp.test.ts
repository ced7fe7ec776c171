import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeSample } from '@topgate/codegen'
import { catalogue, documentServed } from '@topgate/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP_KEY, APP_SECRET, SESSION } from '../../testing/samples.ts'
import { sandboxDuring } from '../../testing/start-server.ts'
import { importedApis } from '../testing/imported-apis.ts'
import { expectSampleAnswer, printedSamples, readAnswers } from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { readmeExamples } from '../testing/script-sdk.ts'
import { strangeApi } from '../testing/strange-api.ts'
import { startStrangeServer } from '../testing/strange-server.ts'
import { type CsharpProject, csharpProject } from './csharp-project.ts'
import { csharpSamples } from './sample-program.ts'

const COMPILE_MS_MAX = 120_000
const RUN_MS_MAX = 120_000
const IMPORTED_MS_MAX = 900_000
const SAMPLES_OF_A_CLASS = 50

/** Beijing time is Beijing time wherever the program runs. */
const elsewhere = { TZ: 'America/New_York' }

const printed = printedSamples('.NET')
const printedCodes = printed.map(({ code }) => code)
const apis = [...catalogue.map(documentServed), strangeApi]
const project = csharpProject(apis)
const readme = readmeExamples('csharp', project.sdkDir)

beforeAll(() => project.compileSdk(), COMPILE_MS_MAX)
afterAll(() => project.remove())

/** The one change of a program that wants XML. */
function inXml(code: string): string {
  return code.replace('(url, appkey, secret)', '(url, appkey, secret, "xml")')
}

function sourcesOf(files: readonly string[]): Record<string, string> {
  const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8')
  return Object.fromEntries(files.map((file) => [file, read(file)]))
}

async function conformance(sdk: CsharpProject): Promise<Record<string, string[]>> {
  const files = ['Conformance.cs', 'StrangeCalls.cs', 'VectorLines.cs']
  const program = await sdk.compile('Conformance', sourcesOf(files))
  return runConformance(['mono', program], { offersXml: true, env: elsewhere })
}

it(
  'the C# SDK does in every scenario what all SDKs do',
  async () => {
    expect(await conformance(project)).toEqual({})
  },
  RUN_MS_MAX,
)

// The other branch differs in one handler of HTTP: every night.
if (process.env.TOPGATE_TEST_NIGHTLY === '1') {
  it(
    'so it does as .NET Framework builds it',
    async () => {
      const framework = csharpProject(apis, ['NETSTANDARD'])
      try {
        await framework.compileSdk()
        expect(await conformance(framework)).toEqual({})
      } finally {
        framework.remove()
      }
    },
    RUN_MS_MAX,
  )
}

it(
  'the C# SDK behaves as programs of .NET expect',
  async () => {
    const program = await project.compile('Behaviour', sourcesOf(['Behaviour.cs']))
    const strange = await startStrangeServer()
    try {
      expect(JSON.parse(await project.run(program, strange.url))).toEqual({
        'a refusal is in the answer of Execute': 'True 25 Invalid signature  e1 74',
        'a page is an exception of Execute': 'UnreadableAnswerException',
        'a bad address is refused at once': 'ArgumentException',
        'a format that is none is refused at once': 'ArgumentException',
        'an observer that throws breaks nothing': true,
        'a further parameter travels': 'UnreadableAnswerException',
        'cancelling ends a call': true,
        "a moment of no kind is Beijing's": '2024-02-29 23:59:59',
        'a moment of UTC is converted': '2024-03-01 07:59:59',
        'an answer is read when it arrives': 'ModelDomain',
        'objects show no values': 'ChannelUserActionDtoDomain[event_id]',
        'clients show no secret': false,
      })
      expect(strange.seen('encoding/3')[0]?.parameters.get('further')).toBe('值')
    } finally {
      await strange.stop()
    }
  },
  RUN_MS_MAX,
)

describe('the .NET samples', () => {
  const server = sandboxDuring()

  async function answersOf(name: string, codes: readonly string[]): Promise<string[]> {
    const program = await project.compile(name, { [`${name}.cs`]: csharpSamples(name, codes) })
    const url = `${server().url}/router/rest`
    return readAnswers(await project.run(program, url, APP_KEY, APP_SECRET, SESSION))
  }

  it.each([
    ['Printed', 'json', printedCodes],
    ['Xml', 'xml', printedCodes.map(inXml)],
  ] as const)(
    'run as the pages print them: %s',
    async (name, form, codes) => {
      const answers = await answersOf(name, codes)
      expect(answers).toHaveLength(printed.length)
      for (const [index, { api }] of printed.entries()) {
        expectSampleAnswer(api, answers[index] ?? '', form)
      }
    },
    RUN_MS_MAX,
  )

  it(
    'of the readme run as it prints them',
    async () => {
      expect(await answersOf('Readme', readme)).toEqual(['0.1', '0.1'])
    },
    RUN_MS_MAX,
  )
})

const imported = importedApis('csharp')

if (imported !== null) {
  it(
    'compiles for imported APIs, and so do their samples',
    async () => {
      const all = csharpProject(imported)
      try {
        await all.compileSdk()
        const programs: Record<string, string> = {}
        for (let from = 0; from < imported.length; from += SAMPLES_OF_A_CLASS) {
          const apis = imported.slice(from, from + SAMPLES_OF_A_CLASS)
          const codes = apis.map((api) => codeSample(api, '.NET'))
          programs[`Samples${from}.cs`] = csharpSamples(`Samples${from}`, codes)
        }
        await all.compile('Samples0', programs)
      } finally {
        all.remove()
      }
    },
    IMPORTED_MS_MAX,
  )
}
