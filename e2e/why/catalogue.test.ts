import { runCli } from '@topgate/cli'
import { testTerminal } from '@topgate/cli/testing'
import { type PlatformError, type PlatformErrorName, platformErrors } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { sandboxDuring } from '../testing/start-server.ts'
import { whyOf } from './cli-why.ts'
import { provocations } from './provocations.ts'

const server = sandboxDuring()

const door = () => ({
  url: server().url,
  async owner(...args: readonly string[]) {
    const { terminal, output } = testTerminal({ nowMs: Date.now() })
    const exitCode = await runCli([...args, '--data-dir', server().dataDir], terminal)
    if (exitCode !== 0) throw new Error(`${args.join(' ')}: ${output.err}`)
  },
})

/** What no plain sandbox can be brought to is provoked where its cause can be had. */
const elsewhere: readonly PlatformErrorName[] = [
  // further.test.ts: settings and stores that would be in the way here.
  'source-call-limited',
  'service-unavailable',
  'service-timeout',
  // consent-too-old.test.ts of the gateway: no API here has a security class whose consent ends.
  'consent-too-old',
]

it('every error of the catalogue is provoked', () => {
  const provoked = [...Object.keys(provocations), ...elsewhere].sort()
  expect(provoked).toEqual(Object.keys(platformErrors).sort())
})

it.each(Object.entries(provocations))('%s', async (name, provoke) => {
  const answer = await provoke(door())
  await expectCatalogued(name as PlatformErrorName, answer)
})

async function expectCatalogued(
  name: PlatformErrorName,
  answer: Awaited<ReturnType<(typeof provocations)['no-packages'] & object>>,
): Promise<void> {
  const { code, subCode = '', retry, remedy, stage }: PlatformError = platformErrors[name]
  expect(answer, answer.body).toMatchObject({ code, subCode })
  expect(answer.retry).toMatch(retry === 'later' ? /^after=\d+$/ : new RegExp(`^${retry}$`))
  if (retry === 'later') expect(answer.headers.get('Retry-After')).toMatch(/^\d+$/)
  const why = await whyOf(server(), answer.requestId)
  expect(why).toMatchObject({ error: name, refused_by: stage, outcome: 'refused' })
  expect(why.advice?.remedy).toEqual(remedy)
}
