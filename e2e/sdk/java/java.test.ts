import { codeSample } from '@topgate/codegen'
import { catalogue, documentServed } from '@topgate/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP_KEY, APP_SECRET, SESSION } from '../../testing/samples.ts'
import { sandboxDuring } from '../../testing/start-server.ts'
import { importedApis } from '../testing/imported-apis.ts'
import {
  expectSampleAnswer,
  givenJavaSamples,
  printedSamples,
  readAnswers,
} from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { readmeExamples } from '../testing/script-sdk.ts'
import { strangeApi } from '../testing/strange-api.ts'
import { startStrangeServer } from '../testing/strange-server.ts'
import { javaOptions, javaProject } from './java-project.ts'
import { javaSamples } from './sample-program.ts'

const COMPILE_MS_MAX = 120_000
const RUN_MS_MAX = 120_000
/** All of them with their samples are 40 MB of classes. */
const IMPORTED_MS_MAX = 900_000
const SAMPLES_OF_A_CLASS = 50

/** Beijing time is Beijing time wherever the program runs. */
const elsewhere = { TZ: 'America/New_York' }

const printed = printedSamples('JAVA')
const given = givenJavaSamples()
const programs = ['Behaviour.java', 'Conformance.java', 'StrangeCalls.java', 'VectorLines.java']
const project = javaProject([...catalogue.map(documentServed), strangeApi], programs)
const readme = readmeExamples('java', project.sdkDir)

beforeAll(() => {
  const printedCodes = printed.map(({ code }) => code)
  add('Printed', printedCodes)
  add('Xml', printedCodes.map(inXml))
  add('Given', given?.map(({ code }) => code) ?? [])
  add('Readme', readme)
  return project.compile()
}, COMPILE_MS_MAX)

afterAll(() => project.remove())

function add(className: string, codes: readonly string[]): void {
  project.add(`${className}.java`, javaSamples(className, codes))
}

/** The one change of a program that wants XML. */
function inXml(code: string): string {
  return code.replace('(url, appkey, secret)', '(url, appkey, secret, "xml")')
}

describe('the Java SDK', () => {
  it(
    'does in every scenario what all SDKs do',
    async () => {
      const java = ['java', ...javaOptions(project.classesDir), 'Conformance'] as const
      expect(await runConformance(java, { offersXml: true, env: elsewhere })).toEqual({})
    },
    RUN_MS_MAX,
  )
})

it(
  'the Java SDK behaves as programs of Java expect',
  async () => {
    const strange = await startStrangeServer()
    try {
      expect(JSON.parse(await project.run('Behaviour', strange.url))).toEqual({
        'a refusal is in the answer of execute': 'false 25 Invalid signature null e1 74',
        'a page is an exception of execute': 'UnreadableAnswerException',
        'a bad address is refused at once': 'IllegalArgumentException',
        'a format that is none is refused at once': 'IllegalArgumentException',
        'an observer that throws breaks nothing': true,
        'a further parameter travels': 'UnreadableAnswerException',
        'cancelling ends a call': true,
        'an interrupt ends a call and is kept': 'INTERRUPTED true',
        'an answer is read when it arrives': 'Model',
        'objects show no values': 'ChannelUserActionDto[event_id]',
        'clients show no secret': false,
      })
      expect(strange.seen('encoding/3')[0]?.parameters.get('further')).toBe('值')
    } finally {
      await strange.stop()
    }
  },
  RUN_MS_MAX,
)

describe('the JAVA samples', () => {
  const server = sandboxDuring()

  async function answersOf(program: string): Promise<string[]> {
    const url = `${server().url}/router/rest`
    return readAnswers(await project.run(program, url, APP_KEY, APP_SECRET, SESSION))
  }

  it.each([
    ['Printed', 'json'],
    ['Xml', 'xml'],
  ] as const)(
    'run as the pages print them: %s',
    async (program, form) => {
      const answers = await answersOf(program)
      expect(answers).toHaveLength(printed.length)
      for (const [index, { api }] of printed.entries()) {
        expectSampleAnswer(api, answers[index] ?? '', form)
      }
    },
    RUN_MS_MAX,
  )

  // The given pages lie beside the project, or not at all; in CI they have to.
  if (given !== null) {
    it(
      'of the five given pages run verbatim',
      async () => {
        expect(given).toHaveLength(5)
        const answers = await answersOf('Given')
        for (const [index, { api }] of given.entries()) {
          expectSampleAnswer(api, answers[index] ?? '', 'json')
        }
      },
      RUN_MS_MAX,
    )
  }

  it(
    'of the readme run as it prints them',
    async () => {
      expect(await answersOf('Readme')).toEqual(['0.1', '0.1'])
    },
    RUN_MS_MAX,
  )
})

const imported = importedApis('java')

if (imported !== null) {
  it(
    'compiles for imported APIs, and so do their samples',
    async () => {
      const all = javaProject(imported, [])
      for (let from = 0; from < imported.length; from += SAMPLES_OF_A_CLASS) {
        const apis = imported.slice(from, from + SAMPLES_OF_A_CLASS)
        const codes = apis.map((api) => codeSample(api, 'JAVA'))
        all.add(`Samples${from}.java`, javaSamples(`Samples${from}`, codes))
      }
      try {
        await all.compile()
      } finally {
        all.remove()
      }
    },
    IMPORTED_MS_MAX,
  )
}
