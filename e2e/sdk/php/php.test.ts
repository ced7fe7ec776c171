import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sandboxDuring } from '../../testing/start-server.ts'
import { expectSampleAnswer, printedSamples } from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { scriptSdk } from '../testing/script-sdk.ts'

const RUN_MS_MAX = 120_000

const sdk = scriptSdk('php', 'TOPGATE_SDK')
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

describe('the PHP samples', () => {
  const server = sandboxDuring()
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
