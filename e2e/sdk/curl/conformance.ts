/**
 * `node conformance.ts SDK_FOLDER VECTORS_DIR SERVER_URL`: the conformance program of the scripts, see
 * ../testing/scenarios.ts. It only starts them and writes down what they say; everything that is
 * tested happens in the shell.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallName, CallResult, Scenario } from '../testing/scenarios.ts'
import { scenarioFiles, strangeSecret, strangeSession } from '../testing/scenarios.ts'
import { fieldsOf, readPaths, writePaths } from './answer-paths.ts'

const AT_ONCE = 4
const [sdk = '', vectorsDir = '', serverUrl = ''] = process.argv.slice(2)

function readVectors<T>(name: string): T {
  return JSON.parse(readFileSync(join(vectorsDir, `${name}.json`), 'utf8')) as T
}

function print(scenario: string, result: object): void {
  process.stdout.write(`${JSON.stringify({ scenario, result })}\n`)
}

const strangeParameters = Object.entries(
  readVectors<{ scenarios: Scenario[] }>('encoding').scenarios.find(
    ({ name }) => name === 'every kind of field travels in its form',
  )?.seen?.sent ?? {},
).map(([name, value]) => `${name}=${value}`)

const folder = mkdtempSync(join(tmpdir(), 'topgate-curl-'))
const picture = join(folder, 'a.png')

const calls: Record<CallName, { method: string; args: readonly string[] }> = {
  charity: {
    method: 'alibaba.charity.useraction.sync',
    args: [
      `channel_user_action_dto=${JSON.stringify({
        activity_id: 12345,
        event_id: 'UNI_9901',
        fore_reg_activity: false,
        feeling: 'a+b&c=d %25 “中文”\n第二行\t😀 \\ " / <x>',
        charity_timestamp: '2019-08-08 12:00:00',
        third_user_key: '123',
      })}`,
    ],
  },
  insurance: {
    method: 'alibaba.alihealth.insurance.inst.user.behavior.sync',
    args: [
      'param0={"advertise_org_url":"https:\\/\\/ihealth.example.com\\/a?b=1&c=优矩-抖音","inst_product_id":"CU95","behavior_type":"START_UNDERWRITING","flow_id":1800001886002007960,"behavior_time":"2022-02-23 18:46:04"}',
    ],
  },
  house: {
    method: 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow',
    args: ['req={"type":1,"data":"[{\\"id\\":64,\\"statisticsDate\\":\\"2022-04-02\\"}]"}'],
  },
  tag: {
    method: 'taobao.retail.user.tag.mobile.add',
    args: [
      'biz_code=STRANGE',
      'alipay_user_id=2088000000000001',
      'ext_param={"mobile":"13800138000"}',
    ],
  },
  fetch: {
    method: 'alibaba.alihealth.followup.fetch',
    args: ['request1={"session_id":"78bfcced948a65d29c5c77f1cd3367a2"}'],
  },
  time: { method: 'taobao.time.get', args: [] },
  strange: { method: 'strange.call', args: strangeParameters },
  'strange-file': {
    method: 'strange.call',
    args: [...strangeParameters, '--file', `picture=${picture}`],
  },
}

interface Output {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

function runShell(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Output> {
  const child = spawn('sh', args, { env: { ...process.env, ...env } })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.on('error', () => {}).end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => resolve({ stdout, stderr, status }))
  })
}

async function runScenario(name: string, scenario: Scenario): Promise<CallResult> {
  if (scenario.needs !== undefined) return { outcome: 'not-offered' }
  const { method, args } = calls[scenario.call]
  const { signMethod, readTimeoutMs, triesMax, bodyBytesMax, times = 1 } = scenario.options ?? {}
  const options = [
    ...(signMethod === undefined ? [] : ['--sign-method', signMethod]),
    ...(readTimeoutMs === undefined ? [] : ['--timeout', String(readTimeoutMs / 1000)]),
    ...(triesMax === undefined ? [] : ['--tries', String(triesMax)]),
    ...(bodyBytesMax === undefined ? [] : ['--answer-bytes', String(bodyBytesMax)]),
  ]
  const env = {
    TOP_URL: scenario.gateway ?? `${serverUrl}/${name}`,
    TOP_APP_KEY: '12345678',
    TOP_APP_SECRET: strangeSecret,
    ...(scenario.call === 'house' ? { TOP_SESSION: strangeSession } : {}),
  }
  const script = join(sdk, 'apis', `${method}.sh`)
  const all = [script, '--paths', '--verbose', ...options, ...args]
  let result: CallResult = { outcome: 'not-offered' }
  for (let done = 0; done < times; done += 1) {
    const { stdout, stderr, status } = await runShell(all, env)
    process.stderr.write(stderr)
    result = resultOf(scenario.call, method, status, stdout, stderr)
  }
  return result
}

/** What a caller sees: the exit status, the answer, and the lines of `name: value`. */
function resultOf(
  call: CallName,
  method: string,
  status: number | null,
  output: string,
  errors: string,
): CallResult {
  const said = new Map(
    [...errors.matchAll(/^([a-z_]+): (.*)$/gm)].map(([, name, value]) => [name, value]),
  )
  const told = (name: string, member = name) => {
    const value = said.get(name)
    return value === undefined ? {} : { [member]: value }
  }
  const outcome = status === 0 ? 'success' : said.get('outcome')
  if (outcome === 'nonsense') {
    const asked = said.get('reason')?.includes('/router/rest')
      ? { asks_address: 'true' as const }
      : {}
    return { outcome, ...told('http_status', 'status'), ...told('may_have_run'), ...asked }
  }
  if (outcome === 'transport') {
    const reason = said.get('reason')?.split(',')[0] as NonNullable<CallResult['reason']>
    return { outcome, reason, ...told('may_have_run') }
  }
  if (outcome !== 'success' && outcome !== 'declined' && outcome !== 'refused') {
    throw new Error(`status ${status}, ${errors}`)
  }
  const [retry, seconds] = (said.get('retry') ?? '').split(/ after | s$/)
  const failure = {
    ...told('code'),
    retry: retry as NonNullable<CallResult['retry']>,
    remedy: said.has('remedy') ? ('true' as const) : ('false' as const),
  }
  if (outcome === 'refused') {
    const after = seconds === undefined ? {} : { retry_after: seconds }
    const words = ['msg', 'sub_code', 'sub_msg', 'request_id'].map((name) => told(name))
    return Object.assign({ outcome }, failure, after, ...words)
  }
  const root = `${method.replace(/^taobao\./, '').replaceAll('.', '_')}_response`
  const { request_id, ...answer } = readPaths(output)[root] as Record<string, unknown>
  return {
    outcome,
    ...(typeof request_id === 'string' ? { request_id: JSON.parse(request_id) as string } : {}),
    ...(outcome === 'declined' ? failure : {}),
    fields: fieldsOf(call, answer),
  }
}

interface SigningVector {
  readonly id: string
  readonly secret: string
  readonly parameters: Readonly<Record<string, string>>
  readonly emptyValues: string
  readonly body?: string
  readonly signs: Readonly<Record<string, string>>
}

async function signingRows(): Promise<Record<string, string>> {
  const program = `. "$1/lib/sign.sh"
    secret=$(octal_of "$2") method=$3 body=$(octal_of "$4") parameters=
    shift 4
    while [ $# -gt 0 ]; do parameters="$parameters$1 $(octal_of "$2")
"; shift 2; done
    sign "\${parameters%?}" "$secret" "$method" "$body"`
  const rows: Record<string, string> = {}
  for (const vector of readVectors<{ vectors: SigningVector[] }>('signing').vectors) {
    for (const method of Object.keys(vector.signs)) {
      const parameters = Object.entries({ ...vector.parameters, sign_method: method })
        .filter(([, value]) => value !== '' || vector.emptyValues === 'kept')
        .flat()
      const args = [sdk, vector.secret, method, vector.body ?? '', ...parameters]
      rows[`${vector.id} ${method}`] = (await runShell(['-c', program, 'sign', ...args])).stdout
    }
  }
  return rows
}

async function jsonRows(): Promise<Record<string, string>> {
  const vectors = readVectors<{ accepted: { text: string }[]; refused: string[] }>('json')
  const rows: Record<string, string> = {}
  for (const text of [...vectors.accepted.map(({ text }) => text), ...vectors.refused]) {
    rows[text] = await readAgain(text)
  }
  return rows
}

async function readAgain(text: string): Promise<string> {
  const program = `here=$1 folder=$2; . "$1/lib/answer.sh"; LC_ALL=C; export LC_ALL; json_paths`
  const { stdout, status } = await runShell(['-c', program, 'json', sdk, folder], {}, text)
  return status === 0 ? writePaths(stdout) : 'refused'
}

writeFileSync(picture, Buffer.from('89504e470d0a00ff2d2d', 'hex'))
const scenarios = scenarioFiles.flatMap((file) =>
  readVectors<{ scenarios: Scenario[] }>(file).scenarios.map(
    (scenario, index) => [`${file}/${index}`, scenario] as const,
  ),
)
/** Several at once: most of them wait for something. */
async function work(): Promise<void> {
  for (let next = scenarios.shift(); next !== undefined; next = scenarios.shift()) {
    print(next[0], await runScenario(...next))
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work))
print('signing', await signingRows())
print('json', await jsonRows())
rmSync(folder, { recursive: true })
