import {
  type Advice,
  type ApiContract,
  adviseDecline,
  adviseError,
  type Bilingual,
  explainLeniency,
  idOfRequest,
} from '@topgate/contracts'
import { type Answer, type Outcome, type Parameters, readAnswer } from '@topgate/protocol'
import type { Command } from 'commander'
import { findCaller, gatewayUrl, isLoopback } from './caller.ts'
import { findParameterTroubles } from './check-parameters.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { findContract } from './find-contract.ts'
import { inLanguageOf, printable } from './language.ts'
import { addRequestOptions, describeCall, type RequestOptions } from './request-options.ts'
import { type Exchange, sendCall } from './send-call.ts'
import { signedParameters } from './sign-parameters.ts'
import type { Terminal } from './terminal.ts'

interface CallOptions extends RequestOptions {
  readonly url?: string
  readonly get?: true
  readonly dryRun?: true
  readonly force?: true
  readonly timeout: string
  readonly verbose?: true
  readonly json?: true
}

const DEFAULT_TIMEOUT_S = 30

const examples = `
Examples:
  The documented sample, against the sandbox that \`npm start\` runs:
    $ topgate call alibaba.charity.useraction.sync --sample

  The sample with another activity, and without a member:
    $ topgate call alibaba.charity.useraction.sync --sample \\
        -p channel_user_action_dto.activity_id=12346 -p channel_user_action_dto.feeling=

  Whole structs from a file or a pipe:
    $ topgate call alibaba.alihealth.followup.send -p request1=@request.json
    $ jq -c .request request.json | topgate call alibaba.alihealth.followup.send --param-stdin request1

  Another gateway, with your own app:
    $ export TOP_URL=https://gateway.example.com/router/rest TOP_APP_KEY=… TOP_APP_SECRET=…
    $ topgate call taobao.time.get

Exit status: 0 success; 1 refused or declined; 2 wrong usage, nothing sent; 3 no usable answer.`

/** `topgate call`: signs a call, sends it, prints the answer and, after a failure, what to do. */
export function addCallCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const command = program
    .command('call')
    .summary('sign a call, send it and print the answer')
    .description('Signs a call, sends it and prints the answer; on an error, also what to do.')
    .argument('<method>', 'name of the API; `topgate apis` lists them')
    .option('--url <url>', 'gateway (TOP_URL; default http://127.0.0.1:8080/router/rest)')
  addRequestOptions(command)
    .option('--get', 'send with GET')
    .option('--dry-run', 'let the gateway check and decide the call, and store nothing')
    .option('--force', 'send although the API is unknown or a parameter is missing or undeclared')
    .option('--timeout <seconds>', 'how long to wait for the answer', String(DEFAULT_TIMEOUT_S))
    .option('--verbose', 'also show the request on stderr, without the secret')
    .option('--json', 'print the body of the answer as it came, and nothing else')
    .addHelpText('after', examples)
    .action(async (method: string, options: CallOptions) => {
      done(await call(method, options, terminal))
    })
}

async function call(method: string, options: CallOptions, terminal: Terminal): Promise<number> {
  const api = findContract(method, options.force === true)
  const url = gatewayUrl(options.url, terminal.env)
  const caller = findCaller(options, terminal.env, isLoopback(url))
  const parameters = describeCall(method, api, caller, options, terminal)
  if (api !== undefined && options.force !== true) refuseTroubles(api, parameters)
  const signed = signedParameters(parameters, caller.secret, options.signMethod, terminal.digests)
  const verb = options.get === true ? 'GET' : 'POST'
  if (options.verbose === true) terminal.err(describeRequest(verb, url, signed))
  const startedMs = terminal.nowMs()
  const exchange = await sendCall({
    url,
    parameters: signed,
    verb,
    timeoutMs: readTimeoutMs(options.timeout),
    dryRun: options.dryRun === true,
  })
  if ('failure' in exchange) {
    terminal.err(printable(describeFailure(exchange.failure, url, options.timeout)))
    return exitCodes.noAnswer
  }
  if (options.verbose === true) {
    terminal.err(`HTTP ${exchange.status} after ${terminal.nowMs() - startedMs} ms\n`)
  }
  const answer = readAnswer(exchange.body, method, api)
  print(answer, exchange, { api, url, options }, terminal)
  return exitCodeOf(answer.outcome)
}

function refuseTroubles(api: ApiContract, parameters: Parameters): void {
  const troubles = findParameterTroubles(api, parameters)
  if (api.access === 'session' && !parameters.has('session')) {
    troubles.push('this API needs the session key of a user: give --session')
  }
  if (troubles.length === 0) return
  throw new UsageError(
    `Not sent, because the gateway would refuse it:\n  ${troubles.join('\n  ')}\n` +
      '--sample fills in the documented example; --force sends the call as it is.',
  )
}

function readTimeoutMs(seconds: string): number {
  if (!/^[0-9]{1,4}$/.test(seconds) || Number(seconds) === 0) {
    throw new UsageError(`--timeout ${seconds}: must be a number of seconds from 1 to 9999`)
  }
  return Number(seconds) * 1000
}

/** The session key is a credential of a person; its beginning is enough to tell which it was. */
function describeRequest(verb: string, url: URL, parameters: Parameters): string {
  const lines = Array.from(parameters, ([name, value]) => {
    return `  ${name}=${printable(name === 'session' ? `${value.slice(0, 4)}…` : value)}`
  })
  return [`${verb} ${url.href}`, ...lines].join('\n')
}

function describeFailure(failure: string, url: URL, timeout: string): string {
  if (failure === 'timeout') {
    return (
      `No answer from ${url.href} within ${timeout} s; whether the call took effect is unknown.\n` +
      'Sending the same business content again is safe where the API says so.'
    )
  }
  const advice = isLoopback(url)
    ? 'Is the server running? Start it with `npm start`, or give its address with --url.'
    : 'Check the address (--url or TOP_URL) and the network.'
  return `Cannot reach ${url.href} (${failure}).\n${advice}`
}

interface Asked {
  readonly api: ApiContract | undefined
  readonly url: URL
  readonly options: CallOptions
}

function print(
  { outcome, requestId, pretty }: Answer,
  { status, body, notice }: Exclude<Exchange, { failure: string }>,
  { api, url, options }: Asked,
  terminal: Terminal,
): void {
  if (options.json === true) {
    terminal.out(body)
    return
  }
  terminal.out(printable(pretty))
  const say = inLanguageOf(terminal.env)
  if (notice !== null) terminal.err(printable(describeNotice(notice, say)))
  const why = whyLines(requestId, url, say)
  switch (outcome.kind) {
    case 'success':
      return
    case 'error':
      terminal.err(printable([...describeError(outcome, api, say), ...why].join('\n')))
      return
    case 'declined':
      terminal.err(printable([...describeDecline(outcome.code, api, say), ...why].join('\n')))
      return
    case 'unreadable':
      terminal.err(`\nHTTP ${status}: this is not an answer of a gateway. Check the address.`)
      return
    default:
      outcome satisfies never
  }
}

const words = {
  forgiven: { zh: '已放宽', en: 'Forgiven' },
  refused: { zh: '被拒绝', en: 'Refused' },
  declined: { zh: '未执行', en: 'Declined' },
  cause: { zh: '原因', en: 'cause' },
  toDo: { zh: '处理', en: 'what to do' },
} as const satisfies Record<string, Bilingual>

type Say = (text: Bilingual) => string

/** What a lenient app was forgiven, each in words where we know it. */
function describeNotice(notice: string, say: Say): string {
  const lines = notice.split(', ').map((leniency) => {
    const about = explainLeniency(leniency)
    return about === undefined ? leniency : `${leniency}: ${say(about)}`
  })
  return `\n${say(words.forgiven)}:\n  ${lines.join('\n  ')}`
}

function describeError(
  error: Extract<Outcome, { kind: 'error' }>,
  api: ApiContract | undefined,
  say: Say,
): string[] {
  return [
    `\n${say(words.refused)}: ${error.code} ${error.msg}`,
    ...(error.subCode === undefined ? [] : [`  sub_code: ${error.subCode}`]),
    ...(error.subMsg === undefined ? [] : [`  sub_msg: ${error.subMsg}`]),
    ...adviceLines(adviseError(error.code, error.subCode, api), say),
  ]
}

function describeDecline(
  code: string | undefined,
  api: ApiContract | undefined,
  say: Say,
): string[] {
  return [`\n${say(words.declined)}: ${code ?? ''}`, ...adviceLines(adviseDecline(code, api), say)]
}

/**
 * A sandbox has a page for each call; whoever runs the gateway can ask its store. Only for an id of
 * ours: a line to be pasted into a shell holds nothing that another server chose.
 */
function whyLines(requestId: string | undefined, url: URL, say: Say): string[] {
  if (requestId === undefined || idOfRequest(requestId) === undefined) return []
  const page = new URL(`/why/${requestId}`, url).href
  return [
    say({
      zh: `  详情: topgate why ${requestId}；沙箱也可打开 ${page}`,
      en: `  more: topgate why ${requestId}, or in a sandbox ${page}`,
    }),
  ]
}

function adviceLines({ cause, remedy }: Advice, say: Say): string[] {
  return [`  ${say(words.cause)}: ${say(cause)}`, `  ${say(words.toDo)}: ${say(remedy)}`]
}

function exitCodeOf({ kind }: Outcome): number {
  if (kind === 'success') return exitCodes.success
  return kind === 'unreadable' ? exitCodes.noAnswer : exitCodes.refused
}
