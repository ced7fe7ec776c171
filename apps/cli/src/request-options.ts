import type { ApiContract } from '@topgate/contracts'
import type { SignMethod } from '@topgate/protocol'
import { type Command, Option } from 'commander'
import { assembleParameters } from './assemble-parameters.ts'
import { type Caller, sandboxSession } from './caller.ts'
import { UsageError } from './exit-codes.ts'
import { type GivenParameter, readGiven, readGivenFromStdin } from './given-parameters.ts'
import { sampleParameters } from './sample-parameters.ts'
import { callParameters, timestampOf } from './sign-parameters.ts'
import type { Terminal } from './terminal.ts'

export const signMethods: readonly SignMethod[] = ['md5', 'hmac', 'hmac-sha256']
export const DEFAULT_SIGN_METHOD: SignMethod = 'hmac-sha256'

/** The options by which `call` and `sign` describe the same request. */
export interface RequestOptions {
  readonly param: readonly string[]
  readonly paramStdin?: string
  readonly sample?: true
  readonly appKey?: string
  readonly secret?: string
  readonly session?: string
  readonly timestamp?: string
  readonly format: 'json' | 'xml'
  readonly simplify?: true
  readonly signMethod: SignMethod
}

export function addRequestOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-p, --param <name=value>', 'a parameter, name=@file, or a member as struct.name')
        .argParser((text: string, before: readonly string[]) => [...before, text])
        .default([], 'none'),
    )
    .option('--param-stdin <name>', 'take the value of this parameter from the standard input')
    .option('--sample', 'start from the documented example; --param changes it')
    .option('--app-key <key>', 'app key (TOP_APP_KEY; default the sandbox app 10000001)')
    .option('--secret <secret>', 'its secret (better TOP_APP_SECRET: other users see arguments)')
    .option('--session <key>', 'session key of the user, where the API needs one')
    .option('--timestamp <text>', 'Beijing time or epoch milliseconds instead of now')
    .addOption(
      new Option('--format <format>', 'form of the answer')
        .choices(['json', 'xml'])
        .default('json'),
    )
    .option('--simplify', 'ask for the simplified JSON form')
    .addOption(
      new Option('--sign-method <method>', 'how to sign')
        .choices(signMethods)
        .default(DEFAULT_SIGN_METHOD),
    )
}

/** Every `--param` and `--param-stdin`, read. */
export function readGivenParameters(
  options: RequestOptions,
  terminal: Terminal,
): readonly GivenParameter[] {
  const given = options.param.map((text) => readGiven(text, terminal))
  if (options.paramStdin === undefined) return given
  return [...given, readGivenFromStdin(options.paramStdin, terminal)]
}

/** The parameters of the API itself, from the sample and what was given. */
export function businessParameters(
  api: ApiContract | undefined,
  options: RequestOptions,
  terminal: Terminal,
): Map<string, string> {
  const given = readGivenParameters(options, terminal)
  if (options.sample !== true) return assembleParameters(api?.request ?? {}, given)
  if (api === undefined) throw new UsageError('--sample: there is no example for an unknown API')
  return assembleParameters(api.request, given, sampleParameters(api, terminal.nowMs()))
}

/** All parameters of the call but `sign`. A sample of an API with users comes with the sandbox's. */
export function describeCall(
  method: string,
  api: ApiContract | undefined,
  { appKey }: Pick<Caller, 'appKey'>,
  options: RequestOptions,
  terminal: Terminal,
): Map<string, string> {
  if (options.simplify === true && options.format === 'xml') {
    throw new UsageError('--simplify is a form of JSON: leave out --format xml')
  }
  const needsSession = options.sample === true && api?.access === 'session'
  return callParameters(
    {
      method,
      appKey,
      session: options.session ?? (needsSession ? sandboxSession(appKey) : undefined),
      timestamp: options.timestamp ?? timestampOf(terminal.nowMs()),
      format: options.format,
      simplify: options.simplify === true,
      signMethod: options.signMethod,
    },
    businessParameters(api, options, terminal),
  )
}
