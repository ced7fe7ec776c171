import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sandboxDuring } from '../../testing/start-server.ts'
import { expectSampleAnswer, printedSamples } from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { scriptSdk } from '../testing/script-sdk.ts'

const RUN_MS_MAX = 120_000

const sdk = scriptSdk('python', 'PYTHONPATH')
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

describe('the Python samples', () => {
  const server = sandboxDuring()
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
