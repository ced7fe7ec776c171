import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { codeFor } from '../oauth/oauth-client.ts'
import {
  APP_KEY,
  APP_SECRET,
  charity,
  message,
  type Sample,
  statistics,
  tag,
} from '../testing/samples.ts'
import { eachSandbox } from '../testing/start-server.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('./topclient-process.cjs', import.meta.url))

eachSandbox('the npm package node-taobao-topclient, unmodified', (server) => {
  async function execute(sample: Sample, secret = APP_SECRET) {
    const session = sample.session === undefined ? {} : { session: sample.session }
    const params = JSON.stringify({ ...sample.params, ...session })
    const { stdout } = await run(
      process.execPath,
      ['--no-deprecation', script, server().url, APP_KEY, secret, sample.method, params],
      { env: { ...process.env, TZ: 'Asia/Shanghai' } },
    )
    return JSON.parse(stdout)
  }

  it('gets the answers of the documented samples, without their root', async () => {
    expect(await execute(charity())).toMatchObject({
      answer: { result: { success: true, code: 200, data: { charity_hours: '0.1' } } },
    })
    expect(await execute(statistics)).toMatchObject({ answer: { result: { success: 'true' } } })
    expect(await execute(tag)).toMatchObject({ answer: { module: { tag_success: true } } })
    expect(await execute(message)).toMatchObject({ answer: { result1: { msg_code: 'SUCCESS' } } })
    expect(await execute({ method: 'taobao.time.get', params: {} })).toMatchObject({
      answer: { time: expect.stringMatching(/^20\d\d-/) },
    })
  })

  it('gets a session key for a code, another for the refresh token, and calls with it', async () => {
    const tokenOf = async (method: string, params: Record<string, string>) => {
      const { answer } = await execute({ method, params })
      return JSON.parse(answer.token_result)
    }
    const code = await codeFor(server().url)
    const first = await tokenOf('taobao.top.auth.token.create', { code })
    const { refresh_token } = first
    const next = await tokenOf('taobao.top.auth.token.refresh', { refresh_token })
    expect(next.access_token).not.toBe(first.access_token)
    for (const session of [first.access_token, next.access_token]) {
      expect(await execute({ ...statistics, session })).toMatchObject({
        answer: { result: { success: 'true' } },
      })
    }
    expect(await execute({ method: 'taobao.top.auth.token.create', params: { code } })).toEqual({
      error: { name: 'TOPClientError', code: 50, sub_code: 'isv.invalid-parameter' },
    })
    const { session: _, ...withoutSession } = statistics
    expect(await execute(withoutSession)).toEqual({ error: { name: 'TOPClientError', code: 26 } })
  })

  it('reports errors as its own', async () => {
    expect(await execute(charity(), 'wrong')).toEqual({
      error: { name: 'TOPClientError', code: 25 },
    })
    const invalid = charity('bad id')
    expect(await execute(invalid)).toEqual({
      error: { name: 'TOPClientError', code: 50, sub_code: 'isv.invalid-parameter' },
    })
  })
})
