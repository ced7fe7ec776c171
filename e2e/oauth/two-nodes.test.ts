import { postgresUrls } from '@topgate/storage/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { statistics } from '../testing/samples.ts'
import { startSandbox } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'
import {
  authorizeUrl,
  codeFor,
  exchange,
  locationOf,
  refresh,
  USER,
  visit,
} from './oauth-client.ts'

describe('two nodes on PostgreSQL', () => {
  const urlOf = postgresUrls()

  async function startTwo() {
    const databaseUrl = await urlOf('oauth')
    const nodes = [await startSandbox(databaseUrl), await startSandbox(databaseUrl)] as const
    onTestFinished(async () => {
      for (const node of nodes) await node.stop()
    }, 60_000)
    return nodes.map(({ url }) => url) as [string, string]
  }

  const codeOf = async (url: string, session: string): Promise<number> => {
    const answer = JSON.parse(await call(url, { ...statistics, session }))
    return answer.error_response?.code ?? 0
  }

  it('share consents, codes, session keys and their ends', async () => {
    const [one, two] = await startTwo()
    // The page is shown by one node and answered by the other.
    const shown = await visit(authorizeUrl(one))
    const form_token = /name="form_token" value="([^"]+)"/.exec(await shown.text())?.[1] ?? ''
    const cookie = shown.headers.get('set-cookie')?.split(';')[0] ?? ''
    const body = new URLSearchParams({ form_token, decision: 'allow', sandbox_user: USER })
    const submitted = visit(authorizeUrl(two), { method: 'POST', body, headers: { cookie } })
    const code = locationOf(await submitted).searchParams.get('code') ?? ''

    const first = (await exchange(one, code)).body
    expect(await codeOf(two, first.access_token)).toBe(0)
    const next = (await refresh(two, first.refresh_token)).body
    expect(await codeOf(one, next.access_token)).toBe(0)
    expect((await refresh(one, first.refresh_token)).body.error).toBe('invalid_grant')
    for (const url of [one, two]) {
      await expect.poll(() => codeOf(url, next.access_token), { timeout: 5_000 }).toBe(27)
    }
  }, 60_000)

  it('give one session key of fifty who ask both with one code', async () => {
    const [one, two] = await startTwo()
    const code = await codeFor(one)
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, at) => exchange(at % 2 === 0 ? one : two, code)),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ body }) => body.error === 'invalid_grant')).toHaveLength(49)
  }, 60_000)
})
