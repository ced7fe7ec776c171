import {
  invalidParameter,
  isJsonObject,
  type JsonObject,
  parseBeijing,
  type RequestOf,
  type userTagMobileAdd,
} from '@topgate/contracts'

export type TagRequest = RequestOf<typeof userTagMobileAdd>

const DEFAULT_TAG_CODE = 'DEFAULT'

/** What a request says beyond its plain fields: the agreed members of `ext_param`. */
export interface TagClaim {
  readonly mobile: string | undefined
  readonly mobile_md5: string | undefined
  readonly mobile_sha256: string | undefined
  readonly tag_code: string
  readonly expire_ms: number | undefined
  readonly event_ms: number | undefined
  /** The caller's proof that the user agreed. */
  readonly consent_id: string | undefined
  /** Names of all members, also of those that mean nothing here. */
  readonly members: readonly string[]
  readonly flags: readonly string[]
}

/**
 * Reads the agreed members of `ext_param`; others are kept and mean nothing here. Throws a
 * `Refusal` that names the member, never its value.
 */
export function readClaim({ ext_param }: TagRequest): TagClaim {
  const members: JsonObject =
    ext_param !== undefined && isJsonObject(ext_param.value) ? ext_param.value : new Map()
  return {
    mobile: mobileOf(members),
    mobile_md5: matching(members, 'mobileMd5', /^[0-9a-fA-F]{32}$/)?.toLowerCase(),
    mobile_sha256: matching(members, 'mobileSha256', /^[0-9a-fA-F]{64}$/)?.toLowerCase(),
    tag_code: matching(members, 'tagCode', /^[A-Za-z0-9_-]{1,64}$/) ?? DEFAULT_TAG_CODE,
    expire_ms: momentOf(members, 'expireTime'),
    event_ms: momentOf(members, 'eventTime'),
    consent_id: matching(members, 'consentId', /^[^\p{Cc}]{1,128}$/u),
    members: [...members.keys()],
    flags: typeof members.get('mobile') === 'bigint' ? ['MOBILE_AS_NUMBER'] : [],
  }
}

/** The 11 digits of a mainland mobile number, whatever its prefix, spaces and dashes. */
export function plainMobile(text: string): string | undefined {
  // In front it is the sign of a number.
  if (text.trimStart().startsWith('-')) return undefined
  return /^(?:\+?86)?(1[3-9][0-9]{9})$/.exec(text.replace(/[ -]/g, ''))?.[1]
}

function mobileOf(members: JsonObject): string | undefined {
  const text = textOf(members, 'mobile')
  if (text === undefined) return undefined
  const mobile = plainMobile(text)
  if (mobile === undefined) throw wrong('mobile', '须为中国大陆 11 位手机号')
  return mobile
}

function matching(members: JsonObject, name: string, pattern: RegExp): string | undefined {
  const text = textOf(members, name)
  if (text === undefined) return undefined
  if (!pattern.test(text)) throw wrong(name, '格式不对')
  return text
}

function momentOf(members: JsonObject, name: string): number | undefined {
  const text = textOf(members, name)
  if (text === undefined) return undefined
  const moment = parseBeijing(text)
  if (moment === undefined) throw wrong(name, '须为北京时间 yyyy-MM-dd HH:mm:ss')
  return moment
}

/** Null and empty are the same as absent; an integer is taken as its exact digits. */
function textOf(members: JsonObject, name: string): string | undefined {
  const value = members.get(name) ?? ''
  if (value === '') return undefined
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'string') throw wrong(name, '须为文本')
  return value
}

function wrong(name: string, advice: string) {
  return invalidParameter(`ext_param.${name}`, advice)
}
