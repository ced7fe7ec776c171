import { runCli } from '@topgate/cli'
import { testTerminal } from '@topgate/cli/testing'
import type { Why } from '@topgate/server'
import { vi } from 'vitest'
import type { TestServer } from '../testing/start-server.ts'

/** What `topgate why --json` prints. */
export type WhyJson = Omit<Why, 'repaired'> & {
  readonly repaired: {
    readonly curl: string
    readonly changes: readonly { readonly en: string }[]
  } | null
}

async function run(server: TestServer, args: readonly string[]) {
  const { terminal, output } = testTerminal({
    nowMs: Date.now(),
    env: { TOP_URL: `${server.url}/router/rest` },
  })
  const where = ['--data-dir', server.dataDir]
  if (server.databaseUrl !== undefined) where.push('--database-url', server.databaseUrl)
  const exitCode = await runCli([...args, ...where], terminal)
  return { exitCode, ...output }
}

/** The explanation of a call, as soon as the server has written its line. */
export function whyOf(server: TestServer, requestId: string): Promise<WhyJson> {
  return vi.waitFor(
    async () => {
      const { exitCode, out, err } = await run(server, ['why', requestId, '--json'])
      if (exitCode !== 0) throw new Error(err)
      return JSON.parse(out) as WhyJson
    },
    { timeout: 20_000, interval: 100 },
  )
}

export async function whyTextOf(server: TestServer, requestId: string): Promise<string> {
  await whyOf(server, requestId)
  return (await run(server, ['why', requestId])).out
}
