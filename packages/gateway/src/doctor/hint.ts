import {
  isJsonObject,
  JSON_DEPTH_MAX,
  JSON_MEMBERS_MAX,
  JSON_NUMBER_CHARS_MAX,
  type PlatformErrorName,
  platformErrors,
  Refusal,
} from '@topgate/contracts'
import { JsonProblem, nearestNames, type Parameters, readJson } from '@topgate/protocol'

/** What a refusal for an absent parameter is about. */
const missing: Partial<Readonly<Record<PlatformErrorName, string>>> = {
  'missing-method': 'method',
  'missing-signature': 'sign',
  'missing-app-key': 'app_key',
  'missing-timestamp': 'timestamp',
  'missing-version': 'v',
}

/**
 * The refusal with what a look at all that was sent adds to its text: the misspelt name, the wrong
 * letter case. It names parameters and never repeats a value.
 */
export function withHint(refusal: Refusal, parameters: Parameters): Refusal {
  const hint = hintFor(refusal, parameters)
  if (hint === undefined) return refusal
  const said = refusal.detail.subMsg ?? platformErrors[refusal.name].remedy.zh
  return new Refusal(refusal.name, { ...refusal.detail, subMsg: `${said}；${hint}` })
}

function hintFor({ name, detail }: Refusal, parameters: Parameters): string | undefined {
  const absent = missing[name]
  if (absent !== undefined) return sentInstead(absent, [...parameters.keys()])
  switch (name) {
    case 'invalid-format':
      return hintForFormat(parameters.get('format') ?? '')
    case 'invalid-app-key':
      return hintForAppKey(parameters.get('app_key') ?? '')
    case 'missing-argument':
      return detail.argument === undefined
        ? undefined
        : hintForArgument(detail.argument.split('.'), parameters)
    default:
      return undefined
  }
}

function sentInstead(wanted: string, sent: readonly string[]): string | undefined {
  const alike = sent.find((name) => plain(name) === plain(wanted)) ?? nearest(wanted, sent)
  return alike === undefined || alike === wanted
    ? undefined
    : `收到的是 ${alike}，应写成 ${wanted}（名称区分大小写）`
}

function nearest(wanted: string, sent: readonly string[]): string | undefined {
  // A single letter is near to everything.
  return wanted.length < 3 ? undefined : nearestNames(wanted, sent)[0]
}

/** `appKey`, `APP_KEY` and `app-key` are one name to whoever writes them. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_.-]/g, '')
}

function hintForFormat(format: string): string | undefined {
  const wanted = format.trim().toLowerCase()
  return wanted === 'json' || wanted === 'xml' ? `应写成 ${wanted}，小写，首尾没有空格` : undefined
}

const SECRET_CHARS_MIN = 32

function hintForAppKey(appKey: string): string | undefined {
  if (appKey !== appKey.trim()) return 'app_key 首尾有空白字符'
  return appKey.length >= SECRET_CHARS_MIN
    ? 'app_key 太长，是否传成了 AppSecret 或 session？'
    : undefined
}

/** Of a parameter, or of a member of a parameter that is a JSON object. */
function hintForArgument(path: readonly string[], parameters: Parameters): string | undefined {
  const [name = '', ...members] = path
  const last = members.pop()
  if (last === undefined) return sentInstead(name, [...parameters.keys()])
  const sent = membersAt(parameters.get(name) ?? '', members)
  return sentInstead(last, sent)
}

/** Longer texts are not read again for the sake of a hint. */
const JSON_CHARS_MAX = 64 * 1024
const limits = {
  depthMax: JSON_DEPTH_MAX,
  membersMax: JSON_MEMBERS_MAX,
  numberCharsMax: JSON_NUMBER_CHARS_MAX,
}

function membersAt(text: string, path: readonly string[]): string[] {
  if (text.length > JSON_CHARS_MAX) return []
  try {
    let value = readJson(text, limits)
    for (const name of path) {
      if (Array.isArray(value)) value = value[Number(name)] ?? null
      else if (isJsonObject(value)) value = value.get(name) ?? null
    }
    return isJsonObject(value) ? [...value.keys()] : []
  } catch (error) {
    if (error instanceof JsonProblem) return []
    throw error
  }
}
