import { runCli } from '@topgate/cli'
import { testTerminal } from '@topgate/cli/testing'

/** The whole answer to a call of an app; by default the plainest one. */
export async function callAs(
  url: string,
  key: string,
  secret: string,
  ...args: readonly string[]
): Promise<Record<string, unknown>> {
  const { terminal, output } = testTerminal({
    nowMs: Date.now(),
    env: { TOP_URL: `${url}/router/rest`, TOP_APP_KEY: key, TOP_APP_SECRET: secret },
  })
  await runCli(['call', ...(args.length === 0 ? ['taobao.time.get'] : args)], terminal)
  return JSON.parse(output.out)
}
