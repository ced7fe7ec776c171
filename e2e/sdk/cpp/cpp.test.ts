import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue, documentServed } from '@topgate/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP_KEY, APP_SECRET, SESSION } from '../../testing/samples.ts'
import { sandboxDuring } from '../../testing/start-server.ts'
import { expectSampleAnswer, printedSamples, readAnswers } from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { strangeApi } from '../testing/strange-api.ts'
import { cppProject } from './cpp-project.ts'
import { cSamples } from './sample-program.ts'

const COMPILE_MS_MAX = 400_000
const RUN_MS_MAX = 300_000

const samples = printedSamples('C/C++')
const isNightly = process.env.TOPGATE_TEST_NIGHTLY === '1'
/** Errors of memory and undefined behaviour end the program. */
const sanitizers = ['-fsanitize=address,undefined', '-fno-sanitize-recover=all', '-g']
const FUZZ_ROUNDS = isNightly ? 500_000 : 20_000

const project = cppProject(
  [...catalogue.map(documentServed), strangeApi],
  isNightly ? sanitizers : [],
)
const source = (name: string) => join(import.meta.dirname, name)
const programs = { conformance: '', calls: '', c: '', cpp: '', fuzz: '', manner: '' }

beforeAll(async () => {
  await project.build()
  const text = cSamples(samples)
  const [conformance, others] = await Promise.all([
    project.compile(source('conformance.cpp'), 'conformance'),
    (async () => ({
      calls: await project.compile(source('typed_calls.cpp'), 'typed_calls'),
      c: await project.compileText(text, 'samples.c'),
      cpp: await project.compileText(text, 'samples.cpp'),
      fuzz: await project.compile(source('fuzz_json.cpp'), 'fuzz_json'),
      manner: await project.compile(source('top_manner.c'), 'top_manner'),
    }))(),
  ])
  Object.assign(programs, others, { conformance })
}, COMPILE_MS_MAX)
afterAll(() => project.remove())

describe('the C++ SDK', () => {
  it(
    'does in every scenario what all SDKs do, but for XML',
    async () => {
      expect(await runConformance([programs.conformance], { offersXml: false })).toEqual({})
    },
    RUN_MS_MAX,
  )

  it(
    'reads damaged JSON to the end without harm, and what it accepts it writes and reads again',
    async () => {
      const seed = isNightly ? String(Date.now()) : '1'
      const [accepted, refused] = (await project.run(programs.fuzz, seed, String(FUZZ_ROUNDS)))
        .split(' ')
        .map(Number)
      expect(accepted).toBeGreaterThan(FUZZ_ROUNDS / 100)
      expect(refused).toBeGreaterThan(FUZZ_ROUNDS / 100)
    },
    RUN_MS_MAX,
  )
})

describe('against a sandbox', () => {
  const server = sandboxDuring()
  const run = (program: string) =>
    project.run(program, `${server().url}/router/rest`, APP_KEY, APP_SECRET, SESSION)

  it.each(['c', 'cpp'] as const)(
    'the samples run as the pages print them, as .%s',
    async (language) => {
      const answers = readAnswers(await run(programs[language]))
      expect(answers).toHaveLength(samples.length)
      for (const [index, { api }] of samples.entries()) {
        expectSampleAnswer(api, answers[index] ?? '', 'json')
      }
    },
    RUN_MS_MAX,
  )

  it(
    'the example of the readme is a program that CMake builds',
    async () => {
      const readme = readFileSync(join(project.sdkDir, 'README.md'), 'utf8')
      const code = /^```cpp\n(.*?)^```$/ms.exec(readme)?.[1] ?? ''
      const text = code
        .replace('https://HOST', server().url)
        .replace('"APP_KEY"', `"${APP_KEY}"`)
        .replace('"APP_SECRET"', `"${APP_SECRET}"`)
      const output = await project.run(await project.compileWithCmake(text, 'example'))
      expect(output).toMatch(/^\{"alibaba_alihealth_\w+_response":/m)
    },
    COMPILE_MS_MAX,
  )

  it(
    "TOP's manner tells by numbers what went wrong, and gives no pointer to nothing",
    async () => {
      // libcurl words it one way or the other.
      const output = (await run(programs.manner)).replace("Couldn't connect", 'Could not connect')
      expect(output.trim().split('\n')).toEqual([
        'no key: NULL',
        'no address: NULL',
        'no name: -1',
        `answer: 0 '' '' '{"time_ge'`,
        `unknown: 22 'Invalid method' '' '{"error_r'`,
        `refusal: 25 'Invalid signature' '' '{"error_r'`,
        `no connection: -1 'no answer: Could not connect to server' '' ''`,
        `no method: -3 'client, request or API name is missing' '' ''`,
      ])
    },
    RUN_MS_MAX,
  )

  it(
    'the five APIs are called with structs; declines, refusals and mistakes are told',
    async () => {
      expect((await run(programs.calls)).trim().split('\n')).toEqual([
        'insurance 1 SUCCESS',
        'charity 1 0.1',
        'house 1 success',
        'tag 1 alipayId',
        'message 1 {"text":"abc"}',
        'declined 0 404 Check activity_id, charity_type_sub_code and the user',
        'incomplete channel_user_action_dto.event_id is required',
        'refused 25 核对 AppSecret、sign_method、参数排序与 UTF-8 编码',
        'together 80',
      ])
    },
    RUN_MS_MAX,
  )
})
