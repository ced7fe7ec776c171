import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeSample } from '@topgate/codegen'
import { describe, expect, it } from 'vitest'
import { APP_KEY, APP_SECRET } from '../../testing/samples.ts'
import { sandboxDuring } from '../../testing/start-server.ts'
import { IMPORTED_MS_MAX, importedApis } from '../testing/imported-apis.ts'
import { expectSampleAnswer, printedSamples } from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { connectionsOf, readmeExamples, scriptSdk } from '../testing/script-sdk.ts'

const RUN_MS_MAX = 120_000
const CALLS = 3

const sdk = scriptSdk('python', 'PYTHONPATH')
const server = sandboxDuring()
const program = (name: string) => join(import.meta.dirname, name)

describe('the Python SDK', () => {
  it(
    'does in every scenario what all SDKs do',
    async () => {
      const command = ['python3', program('conformance.py')] as const
      expect(await runConformance(command, { env: sdk.env, offersXml: false })).toEqual({})
    },
    RUN_MS_MAX,
  )
})

describe('in Python', () => {
  it('values are checked, threads share a client, and no print shows a secret', async () => {
    const output = await sdk.run('python3', program('promises.py'), server().url)
    const not64 =
      'InvalidRequest: channel_user_action_dto.activity_id: give a whole number of at most 64 bits'
    expect(JSON.parse(output)).toEqual({
      'a missing argument': expect.stringMatching(/^TypeError: .*missing.*'event_id'/),
      'an integer of 64 bits': '9223372036854775807',
      'an integer as text': '1800001886002007960',
      'an integer of 65 bits': not64,
      'a float': not64,
      'a bool for a number': not64,
      'another scheme': 'InvalidRequest: url: give an http or https address',
      'an address that is not the gateway':
        'UnreadableAnswer: HTTP 404: is the url the whole address of the gateway, such as https://HOST/router/rest?',
      'a wrong secret': 'Refused: 25 Invalid signature,',
      'a refusal in the manner of TOP': [25, 'Invalid signature', null, 'never'],
      'a parameter that is not documented': 'TopException: 41 Invalid arguments:no_such_thing',
      'calls of eight threads': 40,
      'syntax newer than Python 3.9': [],
      'secrets in what is printed': false,
    })
  })

  it('an appinfo in the manner of TOP keeps its connection', async () => {
    const code = (url: string) => [
      'import top.api',
      'app = top.appinfo("12345678", "s")',
      `for _ in range(${CALLS}):`,
      `    req = top.api.TimeGetRequest("${url}", 80)`,
      '    req.set_app_info(app)',
      '    req.getResponse()',
    ]
    const run = (url: string) => sdk.run('python3', '-c', code(url).join('\n'))
    expect(await connectionsOf(CALLS, run)).toBe(1)
  })

  it('the examples of the readme run', async () => {
    const blocks = readmeExamples('python', sdk.dir)
    expect(blocks).toHaveLength(2)
    for (const [index, code] of blocks.entries()) {
      const file = join(sdk.dir, `readme_${index}.py`)
      const url = `${server().url}/router/rest`
      const before = [
        `url, port = ${JSON.stringify(url)}, 80`,
        `appkey = app_key = ${JSON.stringify(APP_KEY)}`,
        `secret = ${JSON.stringify(APP_SECRET)}`,
      ]
      writeFileSync(file, [...before, code].join('\n'))
      expect(await sdk.run('python3', file)).toBe('0.1\n')
    }
  })
})

describe('the Python samples', () => {
  const printed = printedSamples('Python')

  it(
    'run as the pages print them',
    async () => {
      const samples = printed.map(({ code }) => code)
      const command = ['python3', program('run_sample.py')]
      const answers = await sdk.answers(command, server().url, samples)
      expect(answers).toHaveLength(printed.length)
      for (const [index, { api }] of printed.entries()) {
        expectSampleAnswer(api, answers[index] ?? '', 'json')
      }
    },
    RUN_MS_MAX,
  )
})

const imported = importedApis('python')

if (imported !== null) {
  const all = scriptSdk('python', 'PYTHONPATH', imported)

  it(
    'every class of imported APIs loads in Python, and every sample builds its request',
    async () => {
      const samples = join(all.dir, 'samples')
      mkdirSync(samples)
      for (const api of imported) {
        const [request = ''] = codeSample(api, 'Python').split('\ntry:')
        writeFileSync(join(samples, `${api.method}.py`), request)
      }
      const classes = all.files.flatMap(({ path, text }) =>
        path.startsWith('topgate/api/') ? [...text.matchAll(/^class /gm)] : [],
      )
      const output = await all.run('python3', program('load_all.py'), samples)
      expect(JSON.parse(output)).toMatchObject({
        counts: { classes: classes.length, samples: imported.length },
        problems: {},
      })
    },
    IMPORTED_MS_MAX,
  )
}
