import { userActionSync } from '@topgate/contracts'
import { createAnswerWriter, writeError } from '@topgate/protocol'
import { describe, expect, it } from 'vitest'
import { runCli } from './index.ts'
import { signMethods } from './request-options.ts'
import { signingVectors } from './testing/signing-vectors.ts'
import { type TestAnswer, testGateway } from './testing/test-gateway.ts'
import { type TestTerminalOptions, testTerminal } from './testing/test-terminal.ts'

const { method } = userActionSync
const accepted = createAnswerWriter(userActionSync)(
  { result: { msg: '成功', code: 200n, success: true } },
  'json',
  'abc',
)

async function call(
  answer: TestAnswer,
  args: readonly string[],
  { sent = method, ...options }: TestTerminalOptions & { sent?: string } = {},
) {
  const gateway = await testGateway(answer)
  const { terminal, output } = testTerminal(options)
  const exitCode = await runCli(['call', sent, '--url', gateway.url, ...args], terminal)
  const { url, calls } = gateway
  return { exitCode, ...output, url, calls, parameters: calls[0]?.parameters }
}

describe('topgate call', () => {
  it.each(signMethods)('signs with %s as the vectors demand', async (signMethod) => {
    const vector = signingVectors().find(({ id }) => id === 'V2')
    const dto = vector?.parameters.channel_user_action_dto
    const { parameters, exitCode } = await call({ body: accepted }, [
      ...['--app-key', '12345678', '--secret', vector?.secret ?? ''],
      ...['--timestamp', '2024-02-29 23:59:59', '--simplify', '--sign-method', signMethod],
      ...['-p', 'partner_id=top-sdk-java-test', '-p', `channel_user_action_dto=${dto}`, '--force'],
    ])
    expect(exitCode).toBe(0)
    expect(Object.fromEntries(parameters ?? [])).toEqual({
      ...vector?.parameters,
      sign_method: signMethod,
      sign: vector?.signs[signMethod],
    })
  })

  it('sends the same parameters with POST and with GET', async () => {
    const post = await call({ body: accepted }, ['--sample'])
    const get = await call({ body: accepted }, ['--sample', '--get'])
    expect(post.calls[0]).toMatchObject({ verb: 'POST', path: '/router/rest' })
    expect(get.calls[0]).toMatchObject({ verb: 'GET', path: '/router/rest' })
    expect([...(get.parameters ?? [])]).toEqual([...(post.parameters ?? [])])
  })

  it('takes app, secret and address from the environment', async () => {
    const gateway = await testGateway({ body: accepted })
    const { terminal } = testTerminal({
      env: { TOP_URL: gateway.url, TOP_APP_KEY: '77', TOP_APP_SECRET: 's' },
    })
    expect(await runCli(['call', method, '--sample'], terminal)).toBe(0)
    expect(gateway.calls[0]?.parameters.get('app_key')).toBe('77')
  })

  it('adds the sandbox session to the sample of an API that needs one', async () => {
    const sent = 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow'
    const { parameters } = await call({ body: accepted }, ['--sample'], { sent })
    expect(parameters?.get('session')).toMatch(/^6200sandbox0+1$/)
  })

  it('prints a success on many lines with all digits, and the raw body with --json', async () => {
    const body = '{"a_b_response":{"id":1800001886002007961,"request_id":"abc"}}'
    const pretty = await call({ body }, ['--force'], { sent: 'a.b' })
    expect(pretty).toMatchObject({ exitCode: 0, err: '' })
    expect(pretty.out).toContain('    "id": 1800001886002007961,\n')
    const raw = await call({ body }, ['--force', '--json'], { sent: 'a.b' })
    expect(raw).toMatchObject({ exitCode: 0, err: '', out: `${body}\n` })
  })

  it('tells the notice of a lenient app', async () => {
    const headers = { 'X-Topgate-Notice': 'undeclared-parameter:x, of-a-later-version' }
    const { err } = await call({ body: accepted, headers }, ['--sample'])
    expect(err).toBe(
      '\nForgiven:\n' +
        '  undeclared-parameter:x: A parameter that the API does not have was ignored; ' +
        'strict apps get 41\n' +
        '  of-a-later-version\n',
    )
  })

  it('prints what an error is and what to do, with the status 1', async () => {
    const body = writeError(
      {
        code: 7,
        msg: 'App Call Limited',
        sub_code: 'x',
        sub_msg: 'y',
        request_id: '0ab3d9k2m4n6p',
      },
      'json',
    )
    const { exitCode, err, url } = await call({ body }, ['--sample'])
    expect(exitCode).toBe(1)
    expect(err).toBe(
      '\nRefused: 7 App Call Limited\n  sub_code: x\n  sub_msg: y\n' +
        '  cause: The app called more often than its limits allow\n' +
        '  what to do: Wait for the seconds named in sub_msg, then send again\n' +
        `  more: topgate why 0ab3d9k2m4n6p, or in a sandbox ${new URL('/why/0ab3d9k2m4n6p', url)}\n`,
    )
  })

  it.each(['$(reboot)', 'abc', '../../0ab3d9k2m4n'])(
    'makes no command of %s, which is no id of ours',
    async (request_id) => {
      const error = { code: 7, msg: 'App Call Limited', request_id }
      const { err } = await call({ body: writeError(error, 'json') }, ['--sample'])
      expect(err).toContain('Refused: 7')
      expect(err).not.toContain('topgate why')
    },
  )

  it('prints the advice of the API for a decline, in the language of the reader', async () => {
    const result = { msg: '未报名活动', code: 412n, success: false }
    const body = createAnswerWriter(userActionSync)({ result }, 'json', '0ab3d9k2m4n6p')
    const { exitCode, err } = await call({ body }, ['--sample'], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(exitCode).toBe(1)
    expect(err).toContain('处理: 请用户先报名')
    expect(err).toMatch(
      / {2}详情: topgate why 0ab3d9k2m4n6p；沙箱也可打开 http:\S+\/why\/0ab3d9k2m4n6p\n$/,
    )
  })

  it('shows the request when asked, but neither secret nor session', async () => {
    const { err } = await call({ body: accepted }, [
      ...['--sample', '--verbose', '--secret', 'the-secret', '--session', '6200abcdefgh'],
    ])
    expect(err).toContain('  session=6200…\n')
    expect(err).toContain(`  method=${method}\n`)
    expect(err).toContain('HTTP 200 after 0 ms')
    expect(err).not.toMatch(/the-secret|abcdefgh/)
  })

  it('says to start the server when nobody listens, with the status 3', async () => {
    const { terminal, output } = testTerminal()
    // Port 0 is nobody's.
    const args = ['call', method, '--sample', '--url', 'http://127.0.0.1:0']
    expect(await runCli(args, terminal)).toBe(3)
    expect(output.err).toContain('npm start')
  })

  it.each([
    ['a page', { body: '<html>', status: 200 }],
    ['a redirect', { body: '', status: 302, headers: { Location: 'http://127.0.0.1:0/' } }],
    ['a failure of a proxy', { body: 'Bad Gateway', status: 502 }],
  ])('does not take %s for an answer: status 3', async (_what, answer) => {
    const { exitCode, err } = await call(answer, ['--sample'])
    expect(exitCode).toBe(3)
    expect(err).toContain(`HTTP ${answer.status}: this is not an answer of a gateway`)
  })

  it.each([
    [['-p', 'x=1'], 'channel_user_action_dto is required'],
    [['-p', 'channel_user_action_dto.event_id=1'], '.activity_id is required'],
    [['--sample', '-p', 'channel_user_action_dt=1'], 'did you mean channel_user_action_dto?'],
    [['--sample', '-p', 'app_key=1'], 'use --app-key'],
    [['--sample', '--timeout', '0'], 'seconds from 1 to 9999'],
    [['--sample', '--simplify', '--format', 'xml'], '--simplify is a form of JSON'],
    [['--sample', '--format', 'yaml'], 'Allowed choices are json, xml'],
    [['--sampel'], 'Did you mean --sample?'],
  ])('sends nothing for %j and says why, with the status 2', async (args, message) => {
    const { exitCode, err, calls } = await call({ body: accepted }, args)
    expect({ exitCode, calls }).toEqual({ exitCode: 2, calls: [] })
    expect(err).toContain(message)
  })

  it('tells that a session is missing before the gateway does', async () => {
    const sent = 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow'
    const { exitCode, err } = await call({ body: accepted }, ['-p', 'req.type=1'], { sent })
    expect(exitCode).toBe(2)
    expect(err).toContain('give --session')
  })

  it('suggests the name of an API that was misspelt', async () => {
    const { exitCode, err } = await call({ body: accepted }, [], { sent: 'taobao.tiem.get' })
    expect(exitCode).toBe(2)
    expect(err).toContain('did you mean taobao.time.get')
  })
})
