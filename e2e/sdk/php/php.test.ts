import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeSample } from '@topgate/codegen'
import type { DocumentedApi } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { APP_KEY, APP_SECRET } from '../../testing/samples.ts'
import { sandboxDuring } from '../../testing/start-server.ts'
import { IMPORTED_MS_MAX, importedApis } from '../testing/imported-apis.ts'
import { expectSampleAnswer, printedSamples } from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { connectionsOf, readmeExamples, scriptSdk } from '../testing/script-sdk.ts'

const RUN_MS_MAX = 120_000
const CALLS = 3

const sdk = scriptSdk('php', 'TOPGATE_SDK')
const server = sandboxDuring()
const program = (name: string) => join(import.meta.dirname, name)

describe('the PHP SDK', () => {
  it(
    'does in every scenario what all SDKs do',
    async () => {
      const command = ['php', program('conformance.php')] as const
      expect(await runConformance(command, { env: sdk.env, offersXml: true })).toEqual({})
    },
    RUN_MS_MAX,
  )
})

describe('in PHP', () => {
  it("values are checked, TOP's manner throws nothing, and no print shows a secret", async () => {
    const output = await sdk.run('php', program('promises.php'), server().url)
    expect(JSON.parse(output)).toEqual({
      'a misspelt member': 'activty_id: ChannelUserActionDto has no such field',
      'a flag as text': '{"fore_reg_activity":false}',
      'a flag that is none': 'channel_user_action_dto.fore_reg_activity: give true or false',
      'an empty struct': '{}',
      'an integer of 64 bits': '{"activity_id":9223372036854775807}',
      'an integer as text': '{"activity_id":1800001886002007960}',
      'an integer of 65 bits':
        'channel_user_action_dto.activity_id: give a whole number of at most 64 bits',
      'a double': 'channel_user_action_dto.activity_id: give a whole number of at most 64 bits',
      'a long text with escapes': 1_500_000,
      'another scheme': 'gatewayUrl: give an http or https address',
      'a refusal in the manner of TOP': '25 Invalid signature',
      'its request id': 1,
      'whether it is a success': false,
      'whether to repeat it': 'never',
      'no answer in the manner of TOP': "0 127.0.0.1: no connection (Couldn't connect to server)",
      'secrets in what is printed': false,
      'what is printed': true,
    })
  })

  it('a client in the manner of TOP keeps its connection', async () => {
    const calls = '$c->execute(new TimeGetRequest); '.repeat(CALLS)
    const code = (url: string) =>
      `require '${sdk.dir}/TopSdk.php'; $c = new TopClient; $c->gatewayUrl = '${url}'; ${calls}`
    const connections = await connectionsOf(CALLS, (url) => sdk.run('php', '-r', code(url)))
    expect(connections).toBe(1)
  })

  it('the examples of the readme run', async () => {
    const blocks = readmeExamples('php', sdk.dir)
    expect(blocks).toHaveLength(2)
    for (const [index, code] of blocks.entries()) {
      const file = join(sdk.dir, `readme-${index}.php`)
      const before = [
        `<?php require_once '${sdk.dir}/TopSdk.php';`,
        `$url = '${server().url}/router/rest'; $secret = '${APP_SECRET}';`,
        `$appkey = $appKey = '${APP_KEY}';`,
      ]
      const body = code.replace("require 'TopSdk.php';", '')
      writeFileSync(file, [...before, body].join('\n'))
      expect(await sdk.run('php', file)).toBe('0.1')
    }
  })
})

describe('the PHP samples', () => {
  const printed = printedSamples('PHP')

  it.each([
    ['json', (code: string) => code],
    ['xml', (code: string) => code.replace('new TopClient;', "new TopClient; $c->format = 'xml';")],
  ] as const)(
    'run as the pages print them, in %s',
    async (form, change) => {
      const samples = printed.map(({ code }) => `<?php\n${change(code)}\n`)
      const command = ['php', program('run-sample.php')]
      const answers = await sdk.answers(command, server().url, samples)
      expect(answers).toHaveLength(printed.length)
      for (const [index, { api }] of printed.entries()) {
        expectSampleAnswer(api, answers[index] ?? '', form)
      }
    },
    RUN_MS_MAX,
  )
})

/** The lines of a sample that make its request, with the classes that a reader imports. */
function requestOf(api: DocumentedApi): string {
  const [made = ''] = codeSample(api, 'PHP').split('\n$resp = ')
  const code = made.slice(made.indexOf('$req = new'))
  const request = /\$req = new (\w+);/.exec(code)?.[1] ?? ''
  const structs = Array.from(code.matchAll(/^\$obj\d+ = new (\w+);/gm), ([, name]) => name)
  const uses = [...new Set(structs)]
    .filter((name) => name !== 'stdClass')
    .map((name) => `use Topgate\\Request\\${request}\\${name};`)
  const file = "new Topgate\\File('a', 'b')"
  return [
    '<?php',
    `use Topgate\\Request\\${request};`,
    ...uses,
    code.replaceAll("Topgate\\File::fromPath('/path/to/file')", file),
  ].join('\n')
}

const imported = importedApis('php')

if (imported !== null) {
  const all = scriptSdk('php', 'TOPGATE_SDK', imported)

  it(
    'every class of imported APIs loads in PHP, and every sample builds its request',
    async () => {
      const samples = join(all.dir, 'samples')
      mkdirSync(samples)
      for (const api of imported) {
        writeFileSync(join(samples, `${api.method}.php`), requestOf(api))
      }
      const classes = all.files.filter(({ path }) => /^src\/(?:Request|Response)\//.test(path))
      expect(JSON.parse(await all.run('php', program('load-all.php'), samples))).toEqual({
        counts: { classes: classes.length, samples: imported.length },
        problems: {},
      })
    },
    IMPORTED_MS_MAX,
  )
}
