import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogue, documentServed } from '@topgate/contracts'
import { afterAll, describe, expect, it } from 'vitest'
import { APP_KEY, APP_SECRET, SESSION } from '../../testing/samples.ts'
import { sandboxDuring } from '../../testing/start-server.ts'
import { IMPORTED_MS_MAX, importedApis } from '../testing/imported-apis.ts'
import { expectSampleAnswer } from '../testing/page-samples.ts'
import { runConformance } from '../testing/run-conformance.ts'
import { strangeApi } from '../testing/strange-api.ts'
import { writeSdk } from '../testing/write-sdk.ts'
import { watchPrograms } from './watch-programs.ts'

const RUN_MS_MAX = 240_000

const folder = mkdtempSync(join(tmpdir(), 'topgate-shell-'))
const sdk = join(folder, 'sdk')
writeSdk('curl', [...catalogue.map(documentServed), strangeApi], sdk)
afterAll(() => rmSync(folder, { recursive: true }))

interface Output {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

function run(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  shell = 'sh',
): Promise<Output> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, LANG: 'en_US.UTF-8', ...env } }
    const child = execFile(shell, args, options, (_, stdout, stderr) => {
      resolve({ stdout, stderr, status: child.exitCode })
    })
  })
}

/** How the scripts hold a text. */
function octal(text: string): string {
  return Array.from(Buffer.from(text), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
}

describe('the scripts', () => {
  // A shell has no types, and every run is a process of its own.
  const unlikeTyped = [
    'envelopes/7: unknown members survive',
    'envelopes/9: a value that does not fit its type is absent and reachable',
    'transport/0: one connection for many calls',
    'dates',
    'int64',
  ]

  it(
    'do in every scenario what all SDKs do, but for what needs types or one process',
    async () => {
      const program = join(import.meta.dirname, 'conformance.ts')
      const problems = await runConformance([process.execPath, program, sdk], { offersXml: false })
      for (const name of unlikeTyped) delete problems[name]
      expect(problems).toEqual({})
    },
    RUN_MS_MAX,
  )
})

describe('a script of an API', () => {
  const server = sandboxDuring()
  const env = () => ({
    TOP_URL: `${server().url}/router/rest`,
    TOP_APP_KEY: APP_KEY,
    TOP_APP_SECRET: APP_SECRET,
    TOP_SESSION: SESSION,
  })
  const script = (method: string) => join(sdk, 'apis', `${method}.sh`)

  it.each(catalogue.map((api) => [api.method, api] as const))(
    'sends the documented sample of %s',
    async (method, api) => {
      const { stdout } = await run([script(method), '--sample'], env())
      expectSampleAnswer(api, stdout.trimEnd(), 'json')
    },
    RUN_MS_MAX,
  )

  it('runs in bash as in sh', async () => {
    const method = 'alibaba.charity.useraction.sync'
    const { stdout, status } = await run([script(method), '--paths', '--sample'], env(), 'bash')
    expect(stdout).toContain('_response.result.data.charity_hours\t"0.1"\n')
    expect(status).toBe(0)
  })

  const action = 'channel_user_action_dto={"activity_id":99,"event_id":"SH_99","tb_user_id":12345,'
  it.each([
    [
      'a decline',
      ['alibaba.charity.useraction.sync', `${action}"charity_timestamp":"2019-08-08 12:00:00"}`],
      {},
      1,
      'code: 404\n',
      'remedy: Check activity_id, charity_type_sub_code and the user\n',
    ],
    [
      'a refusal, in Chinese',
      ['taobao.time.get'],
      { TOP_APP_SECRET: 'wrong', LANG: 'zh_CN.UTF-8' },
      1,
      'code: 25\n',
      'remedy: 核对 AppSecret、sign_method、参数排序与 UTF-8 编码\n',
    ],
    [
      'no answer',
      ['taobao.time.get', '--tries', '1'],
      { TOP_URL: 'http://127.0.0.1:1/router/rest' },
      3,
      'reason: connect, no answer: ',
      'may_have_run: false\n',
    ],
    [
      'a missing session',
      ['tmall.alihouse.customer.clue.out.invest.total.data.back.flow', '--sample'],
      { TOP_SESSION: undefined },
      2,
      'needs TOP_SESSION',
      '--help',
    ],
    ['a parameter without a name', ['taobao.time.get', '=x'], {}, 2, 'NAME=VALUE', '--help'],
    ['a public parameter', ['taobao.time.get', 'v=2.0'], {}, 2, 'v is no parameter', '--help'],
    ['a parameter given twice', ['taobao.time.get', 'a=1', 'a=2'], {}, 2, 'given twice', '--help'],
  ] as const)(
    'tells %s by its exit status, and what to do',
    async (_, [method, ...args], changes, exitStatus, ...words) => {
      const { stderr, status } = await run([script(method), ...args], { ...env(), ...changes })
      for (const word of words) expect(stderr).toContain(word)
      expect(status).toBe(exitStatus)
    },
  )

  it(
    'shows its secret, session and file contents to no other program',
    async () => {
      const names = [
        'curl',
        'openssl',
        'awk',
        'od',
        'sed',
        'tr',
        'sort',
        'grep',
        'cut',
        'head',
        'date',
      ]
      const watched = watchPrograms(folder, names)
      const secretFile = join(folder, 'secret')
      const valueFile = join(folder, 'value')
      writeFileSync(secretFile, `${APP_SECRET}\n`)
      writeFileSync(valueFile, '{"mobile":"13800138000"}')
      for (const method of ['md5', 'hmac', 'hmac-sha256']) {
        const { status } = await run(
          [script('taobao.retail.user.tag.mobile.add'), '--sign-method', method].concat(
            'biz_code=BIZ_A',
            'alipay_user_id=2088123412345678',
            `ext_param@${valueFile}`,
          ),
          {
            ...env(),
            TOP_APP_SECRET: undefined,
            TOP_APP_SECRET_FILE: secretFile,
            TOP_SESSION: undefined,
            PATH: `${watched.path}:${process.env.PATH}`,
          },
        )
        expect(status).toBe(0)
      }
      const fromVariables = {
        ...env(),
        PATH: `${watched.path}:${process.env.PATH}`,
        // What somebody exported under the names that the scripts use stays exported.
        ...{ secret: 'x', session: 'x', signed: 'x', parameters: 'x', hmac_key: 'x' },
      }
      const house = 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow'
      expect((await run([script(house), '--sample'], fromVariables)).status).toBe(0)
      const seen = watched.seen()
      expect(seen).toContain('program openssl\nargument dgst\nargument -sha256')
      expect(seen).toContain('argument Content-Type: application/x-www-form-urlencoded')
      const plain = [APP_SECRET, SESSION, '13800138000']
      const secrets = [...plain, ...plain.map(octal)]
      expect(secrets.filter((secret) => seen.includes(secret))).toEqual([])
    },
    RUN_MS_MAX,
  )
})

const imported = importedApis('curl')

if (imported !== null) {
  it(
    'every script of imported APIs is one, and tells its parameters',
    async () => {
      const dir = join(folder, 'imported')
      const scripts = writeSdk('curl', imported, dir).filter(({ path }) => path.startsWith('apis/'))
      expect(scripts).toHaveLength(imported.length)
      for (const { path } of scripts) {
        const help = await run([join(dir, path), '--help'], {})
        expect(help.stderr, path).toBe('')
        expect(help.stdout, path).toContain('Usage: ')
        expect(await run(['-n', join(dir, path)], {}), path).toMatchObject({ status: 0 })
      }
    },
    IMPORTED_MS_MAX,
  )
}

it('a value from a file arrives with every byte, also zero bytes and line ends', async () => {
  const bytes = Buffer.concat([Buffer.from([0, 10, 13, 37, 38, 43, 61]), randomBytes(3000)])
  const file = join(folder, 'bytes')
  writeFileSync(file, bytes)
  let body = Buffer.alloc(0)
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    body = Buffer.concat(chunks)
    response.end('{"any_api_response":{"request_id":"r"}}')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const env = {
    TOP_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    TOP_APP_KEY: '1',
    TOP_APP_SECRET: 's',
  }
  const { status } = await run([join(sdk, 'topgate-call.sh'), 'any.api', `value@${file}`], env)
  server.close()
  expect(status).toBe(0)
  const escaped = /(?:^|&)value=([^&]*)/.exec(body.toString())?.[1] ?? ''
  const arrived = escaped.replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  expect(Buffer.from(arrived, 'latin1').equals(bytes)).toBe(true)
})

it(
  'an interrupted call leaves nothing behind',
  async () => {
    const places = join(folder, 'places')
    const server = createServer(() => {})
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const arrived = new Promise((resolve) => server.once('request', resolve))
    mkdirSync(places)
    const child = spawn('sh', [join(sdk, 'topgate-call.sh'), 'any.api'], {
      env: {
        ...process.env,
        TMPDIR: places,
        TOP_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        TOP_APP_KEY: '1',
        TOP_APP_SECRET: 's',
      },
      detached: true,
    })
    await arrived
    expect(readdirSync(places)).toHaveLength(1)
    const ended = new Promise((resolve) => child.on('close', resolve))
    process.kill(-(child.pid ?? 0), 'SIGINT')
    await ended
    server.closeAllConnections()
    server.close()
    expect(readdirSync(places)).toEqual([])
  },
  RUN_MS_MAX,
)
