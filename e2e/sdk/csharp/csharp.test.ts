import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue, documentServed } from '@topgate/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP_KEY, APP_SECRET, SESSION } from '../../testing/samples.ts'
import { sandboxDuring } from '../../testing/start-server.ts'
import {
  expectSampleAnswer,
  type PageSample,
  printedSamples,
  readAnswers,
} from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { strangeApi } from '../testing/strange-api.ts'
import { csharpProject, programSources } from './csharp-project.ts'
import { csharpSamples } from './sample-program.ts'

const COMPILE_MS_MAX = 120_000
const RUN_MS_MAX = 120_000

const printed = printedSamples('.NET')
const project = csharpProject([...catalogue.map(documentServed), strangeApi])

beforeAll(() => project.compileSdk(), COMPILE_MS_MAX)
afterAll(() => project.remove())

/** The one change of a program that wants XML. */
function inXml({ api, code }: PageSample): PageSample {
  return { api, code: code.replace('(url, appkey, secret)', '(url, appkey, secret, "xml")') }
}

describe('the C# SDK', () => {
  it(
    'does in every scenario what all SDKs do',
    async () => {
      const texts = programSources().map((file) => [
        file,
        readFileSync(join(import.meta.dirname, file), 'utf8'),
      ])
      const program = await project.compile('Conformance', Object.fromEntries(texts))
      expect(await runConformance(['mono', program], { offersXml: true })).toEqual({})
    },
    RUN_MS_MAX,
  )
})

describe('the .NET samples', () => {
  const server = sandboxDuring()

  it.each([
    ['Samples', 'json', printed],
    ['XmlSamples', 'xml', printed.map(inXml)],
  ] as const)(
    'run as the pages print them: %s',
    async (name, form, samples) => {
      const text = csharpSamples(name, samples)
      const program = await project.compile(name, { [`${name}.cs`]: text })
      const url = `${server().url}/router/rest`
      const output = await project.run(program, url, APP_KEY, APP_SECRET, SESSION)
      const answers = readAnswers(output)
      expect(answers).toHaveLength(samples.length)
      for (const [index, { api }] of samples.entries()) {
        expectSampleAnswer(api, answers[index] ?? '', form)
      }
    },
    RUN_MS_MAX,
  )
})
