import {
  type ApiContract,
  type Bilingual,
  catalogue,
  type PlatformErrorName,
} from '@topgate/contracts'
import { isSignMethod, nearestNames, publicParameters, type SignMethod } from '@topgate/protocol'
import { repairParameter } from './repair-value.ts'

/** A call as it may be shown: masked, and where it was refused. */
export interface ShownCall {
  readonly parameters: readonly (readonly [name: string, shown: string])[]
  readonly refusal: PlatformErrorName | null
  readonly argument: string | null
}

/** The same call as it would be accepted, without time and signature. */
export interface RepairedCall {
  readonly api: ApiContract
  readonly appKey: string | undefined
  readonly signMethod: SignMethod
  readonly format: 'json' | 'xml'
  readonly isSimplified: boolean
  readonly business: readonly (readonly [name: string, value: string])[]
  /** What is different, beside time and signature. */
  readonly changes: readonly Bilingual[]
}

/** Undefined when it cannot be told which API was meant. */
export function repairCall(call: ShownCall): RepairedCall | undefined {
  const sent = new Map(call.parameters)
  const api = apiOf(sent)
  if (api === undefined) return undefined
  const changes: Bilingual[] = []
  if (sent.get('method') !== api.method) changes.push(changed('method', api.method))
  const replaced: string[] = []
  const business = Object.entries(api.request).flatMap(([name, field]) => {
    const value = repairParameter(name, field, sent.get(name), call.argument, (path) =>
      replaced.push(path),
    )
    return value === undefined ? [] : [[name, value] as const]
  })
  if (replaced.length > 0) changes.push(fromDocumentation(replaced))
  const dropped = [...sent.keys()].filter(
    (name) => !publicParameters.has(name) && !Object.hasOwn(api.request, name),
  )
  if (dropped.length > 0) changes.push(leftOut(dropped))
  const isKeyGood = call.refusal !== 'invalid-app-key' && /^[0-9]+$/.test(sent.get('app_key') ?? '')
  return {
    api,
    appKey: isKeyGood ? sent.get('app_key') : undefined,
    signMethod: signMethodOf(sent.get('sign_method'), call.refusal, changes),
    format: formatOf(sent.get('format'), changes),
    isSimplified: /^(?:true|1)$/i.test(sent.get('simplify') ?? ''),
    business,
    changes,
  }
}

function apiOf(sent: ReadonlyMap<string, string>): ApiContract | undefined {
  const method = sent.get('method') ?? ''
  const known = catalogue.map((api) => api.method)
  const [meant] = known.includes(method) ? [method] : nearestNames(method.trim(), known)
  return catalogue.find((api) => api.method === meant)
}

function signMethodOf(
  sent: string | undefined,
  refusal: PlatformErrorName | null,
  changes: Bilingual[],
): SignMethod {
  if (isSignMethod(sent) && refusal !== 'weak-sign-method') return sent
  changes.push(changed('sign_method', 'hmac-sha256'))
  return 'hmac-sha256'
}

function formatOf(sent: string | undefined, changes: Bilingual[]): 'json' | 'xml' {
  if (sent === 'json') return 'json'
  if (sent === 'xml' || sent === undefined || sent === '') return 'xml'
  changes.push(changed('format', 'json'))
  return 'json'
}

const PATHS_NAMED_MAX = 8

function named(paths: readonly string[], separator: string): string {
  const shown = paths.slice(0, PATHS_NAMED_MAX).join(separator)
  return paths.length > PATHS_NAMED_MAX ? `${shown} …` : shown
}

function changed(name: string, value: string): Bilingual {
  return { zh: `${name} 改为 ${value}`, en: `${name} is ${value}` }
}

function fromDocumentation(paths: readonly string[]): Bilingual {
  return {
    zh: `这里不显示、缺少或有误的值换成了文档的示例：${named(paths, '、')}`,
    en: `values that are not shown here, were missing or wrong are those of the documentation: ${named(paths, ', ')}`,
  }
}

function leftOut(names: readonly string[]): Bilingual {
  return {
    zh: `去掉了 API 没有的参数：${named(names, '、')}`,
    en: `left out, since the API does not have it: ${named(names, ', ')}`,
  }
}
