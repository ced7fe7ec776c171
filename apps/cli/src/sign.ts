import type { Parameters, SignMethod } from '@topgate/protocol'
import { baseString, matchSignature, signBase, writeJsonString } from '@topgate/protocol'
import type { Command } from 'commander'
import { assembleParameters } from './assemble-parameters.ts'
import { findCaller } from './caller.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { findContract } from './find-contract.ts'
import { printable } from './language.ts'
import {
  addRequestOptions,
  describeCall,
  type RequestOptions,
  readGivenParameters,
  signMethods,
} from './request-options.ts'
import { formBody, signedParameters } from './sign-parameters.ts'
import type { Terminal } from './terminal.ts'

interface SignOptions extends RequestOptions {
  readonly force?: true
  readonly json?: true
}

const examples = `
Without METHOD exactly the parameters that you give are signed, so that you can check what another
program did; give its sign as well to learn which method it fits. With METHOD the public parameters
are added as \`topgate call\` adds them. sign_method is part of the string, so each method has its own.

Examples:
  $ topgate sign alibaba.charity.useraction.sync --sample
  $ topgate sign --secret helloworld -p method=taobao.item.seller.get -p app_key=12345678 \\
      -p session=test -p 'timestamp=2016-01-01 12:00:00' -p format=json -p v=2.0 \\
      -p fields=num_iid,title,nick,price,num -p num_iid=11223344 \\
      -p sign=66987CB115214E59E6EC978214934FB8`

/** `topgate sign`: what is signed, and what comes out, for each method. Sends nothing. */
export function addSignCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const command = program
    .command('sign')
    .summary('print the string to sign and each digest')
    .description(
      'Prints the string to sign, each digest and the body ready to send. Sends nothing.',
    )
    .argument('[method]', 'name of the API; `topgate apis` lists them')
  addRequestOptions(command)
    .option('--force', 'sign although the API is unknown')
    .option('--json', 'print one JSON object')
    .addHelpText('after', examples)
    .action((method: string | undefined, options: SignOptions) => {
      const signatures = signAll(method, options, terminal)
      terminal.out(options.json === true ? asJson(signatures) : asText(signatures))
      done(exitCodes.success)
    })
}

interface Signature {
  readonly method: SignMethod
  readonly base: string
  readonly sign: string
}

interface Signatures {
  readonly all: readonly Signature[]
  readonly bodyMethod: SignMethod
  readonly body: string
  /** Whether a `sign` was given, and which method it fits. */
  readonly given: { readonly fits: SignMethod | null } | undefined
}

function signAll(method: string | undefined, options: SignOptions, terminal: Terminal): Signatures {
  const { parameters, secret } = describe(method, options, terminal)
  const { digests } = terminal
  const all = signMethods.map((signMethod) => {
    const base = baseString(withMethod(parameters, signMethod))
    return { method: signMethod, base, sign: signBase(base, secret, signMethod, digests) }
  })
  const fits = (signMethod: SignMethod) =>
    matchSignature(withMethod(parameters, signMethod), secret, digests) !== undefined
  const own = withMethod(parameters, options.signMethod)
  own.delete('sign')
  return {
    all,
    bodyMethod: options.signMethod,
    body: formBody(signedParameters(own, secret, options.signMethod, digests)),
    given: parameters.has('sign') ? { fits: signMethods.find(fits) ?? null } : undefined,
  }
}

function describe(
  method: string | undefined,
  options: SignOptions,
  terminal: Terminal,
): { parameters: Parameters; secret: string } {
  if (method !== undefined) {
    const api = findContract(method, options.force === true)
    const caller = findCaller(options, terminal.env, true)
    return {
      parameters: describeCall(method, api, caller, options, terminal),
      secret: caller.secret,
    }
  }
  for (const name of ['sample', 'session', 'timestamp', 'simplify'] as const) {
    if (options[name] === undefined) continue
    throw new UsageError(`--${name} needs a METHOD; without one, give everything with --param`)
  }
  const parameters = assembleParameters({}, readGivenParameters(options, terminal))
  if (parameters.size === 0) {
    throw new UsageError('Nothing to sign: give a METHOD, or parameters with --param name=value')
  }
  const appKey = options.appKey ?? parameters.get('app_key')
  return { parameters, secret: findCaller({ ...options, appKey }, terminal.env, true).secret }
}

/** A given `sign_method` is replaced in its place, so that the body keeps its order. */
function withMethod(parameters: Parameters, signMethod: SignMethod): Map<string, string> {
  return new Map(parameters).set('sign_method', signMethod)
}

const constructions: Readonly<Record<SignMethod, string>> = {
  md5: 'MD5(secret + string + secret)',
  hmac: 'HMAC-MD5(key secret, string)',
  'hmac-sha256': 'HMAC-SHA256(key secret, string)',
}

function asText({ all, bodyMethod, body, given }: Signatures): string {
  const parts = all.map(({ method, base, sign }) =>
    [
      `sign_method=${method}: ${constructions[method]}, in upper-case hexadecimal`,
      `  string   ${printable(base)}`,
      `  as JSON  ${writeJsonString(base)}`,
      `  sign     ${sign}`,
    ].join('\n'),
  )
  if (given !== undefined) {
    parts.push(
      given.fits === null
        ? 'The given sign fits none of them: another secret, or the signer had other parameters.'
        : `The given sign fits ${given.fits}.`,
    )
  }
  return [...parts, `Body for ${bodyMethod}:\n${body}`].join('\n\n')
}

function asJson({ all, bodyMethod, body, given }: Signatures): string {
  return JSON.stringify({
    signatures: all.map(({ method, base, sign }) => ({
      sign_method: method,
      string_to_sign: base,
      sign,
    })),
    ...(given === undefined ? {} : { given_sign_fits: given.fits }),
    body: { sign_method: bodyMethod, text: body },
  })
}
