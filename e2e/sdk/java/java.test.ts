import { catalogue, documentServed } from '@topgate/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP_KEY, APP_SECRET, SESSION } from '../../testing/samples.ts'
import { sandboxDuring } from '../../testing/start-server.ts'
import {
  expectSampleAnswer,
  givenJavaSamples,
  type PageSample,
  printedSamples,
  readAnswers,
} from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { strangeApi } from '../testing/strange-api.ts'
import { javaOptions, javaProject } from './java-project.ts'
import { javaSamples } from './sample-program.ts'

const COMPILE_MS_MAX = 120_000
const RUN_MS_MAX = 120_000

const printed = printedSamples('JAVA')
const given = givenJavaSamples()
const project = javaProject([...catalogue.map(documentServed), strangeApi])
project.add('PrintedSamples.java', javaSamples('PrintedSamples', printed))
project.add('XmlSamples.java', javaSamples('XmlSamples', printed.map(inXml)))
project.add('GivenSamples.java', javaSamples('GivenSamples', given ?? []))

beforeAll(() => project.compile(), COMPILE_MS_MAX)
afterAll(() => project.remove())

/** The one change of a program that wants XML. */
function inXml({ api, code }: PageSample): PageSample {
  return { api, code: code.replace('(url, appkey, secret)', '(url, appkey, secret, "xml")') }
}

describe('the Java SDK', () => {
  it(
    'does in every scenario what all SDKs do',
    async () => {
      const java = ['java', ...javaOptions(project.classesDir), 'Conformance'] as const
      expect(await runConformance(java, { offersXml: true })).toEqual({})
    },
    RUN_MS_MAX,
  )
})

describe('the JAVA samples', () => {
  const server = sandboxDuring()

  async function answersOf(program: string): Promise<string[]> {
    const url = `${server().url}/router/rest`
    return readAnswers(await project.run(program, url, APP_KEY, APP_SECRET, SESSION))
  }

  it.each([
    ['PrintedSamples', 'json'],
    ['XmlSamples', 'xml'],
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
        const answers = await answersOf('GivenSamples')
        for (const [index, { api }] of given.entries()) {
          expectSampleAnswer(api, answers[index] ?? '', 'json')
        }
      },
      RUN_MS_MAX,
    )
  }
})
