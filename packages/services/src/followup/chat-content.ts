import { isJsonObject, type JsonObject, type JsonText, type JsonValue } from '@topgate/contracts'
import { riskFlags } from './risk-words.ts'

/** No member that we know. Kept only where the operator or a lenient app wants it. */
export const UNKNOWN_TYPE = 0
const TEXT_TYPE = 1
const PICTURE_TYPE = 2
const AUDIO_TYPE = 3
/** The summary of a doctor: diagnosis and advice. */
const SUMMARY_TYPE = 31

/** Flags content that breaks a rule of ours, from a lenient app. */
export const CONTENT_RULE = 'CONTENT_RULE'

const TEXT_CHARS_MAX = 2000
const PICTURES_MAX = 9
const AUDIO_SECONDS_MAX = 60n
const CLIENT_ID_CHARS_MAX = 64

/** What a message is, or why it is none. */
export type ChatContent =
  | {
      readonly kind: 'message'
      readonly content_type: number
      /** The caller's own id of the message, under which it may repeat it. */
      readonly client_msg_id: string | undefined
      /** For operators; they never change the answer. */
      readonly flags: readonly string[]
    }
  | {
      readonly kind: 'rejected'
      readonly code: 'CONTENT_REJECTED' | 'CONTENT_TYPE_NOT_ALLOWED'
      /** What to change, for the caller. */
      readonly advice: string
    }

export interface ContentRules {
  readonly rs_type: string
  readonly media_hosts: readonly string[]
  readonly unknown_content: boolean
  /** What breaks a rule that the page does not have is kept and flagged. */
  readonly lenient: boolean
}

/**
 * Reads one message. Unknown members are kept and mean nothing. One main kind per message; words
 * may accompany pictures. Nothing is fetched and nothing is rendered here.
 */
export function readChatContent(json: JsonText, rules: ContentRules): ChatContent {
  // The binder lets nothing but objects pass.
  const content: JsonObject = isJsonObject(json.value) ? json.value : new Map()
  const kinds = mainKinds(content)
  const [content_type = UNKNOWN_TYPE] = kinds
  if (content_type === UNKNOWN_TYPE && !rules.unknown_content && !rules.lenient) {
    return notAllowed('没有已知的内容，文字请放在 text')
  }
  if (content_type === SUMMARY_TYPE && rules.rs_type !== '2') {
    return notAllowed('小结只能由医生发送')
  }
  const advice = adviceOn(content, kinds, rules.media_hosts)
  if (advice !== undefined && !rules.lenient) return rejected(advice)
  const flags = flagsOf(json, content, content_type)
  if (advice !== undefined) flags.push(CONTENT_RULE)
  return { kind: 'message', content_type, client_msg_id: clientIdOf(content), flags }
}

function notAllowed(advice: string): ChatContent {
  return { kind: 'rejected', code: 'CONTENT_TYPE_NOT_ALLOWED', advice }
}

function rejected(advice: string): ChatContent {
  return { kind: 'rejected', code: 'CONTENT_REJECTED', advice }
}

/** What to change so that the content keeps every rule; undefined when it does. */
function adviceOn(
  content: JsonObject,
  kinds: readonly number[],
  mediaHosts: readonly string[],
): string | undefined {
  if (kinds.length > 1) return '一条消息只能有一种主要内容'
  const [content_type] = kinds
  const advice =
    content_type === undefined ? undefined : problemOf(content_type, content, mediaHosts)
  return advice ?? clientIdProblem(content)
}

/** Members that mean something, by type; `title` and `send_time` of the caller are kept as sent. */
const membersOfType: Readonly<Record<number, readonly string[]>> = {
  [UNKNOWN_TYPE]: [],
  [TEXT_TYPE]: ['text'],
  [PICTURE_TYPE]: ['pic', 'text'],
  [AUDIO_TYPE]: ['radio', 'radio_time'],
  [SUMMARY_TYPE]: ['diagnose', 'advice'],
}
const membersOfAll = ['title', 'send_time', 'clientMsgId']
const membersWithWords = ['text', 'title', 'diagnose', 'advice']

function flagsOf({ repeated }: JsonText, content: JsonObject, content_type: number): string[] {
  const flags: string[] = []
  if (repeated) flags.push('DUPLICATE_KEY')
  const meant = [...membersOfAll, ...(membersOfType[content_type] ?? [])]
  if ([...content.keys()].some((name) => !meant.includes(name))) flags.push('IGNORED_MEMBER')
  const words = membersWithWords.map((name) => content.get(name))
  return [...flags, ...riskFlags(words.filter((value) => typeof value === 'string'))]
}

function mainKinds(content: JsonObject): number[] {
  const has = (name: string) => (content.get(name) ?? null) !== null
  const kinds: number[] = []
  if (has('diagnose') || has('advice')) kinds.push(SUMMARY_TYPE)
  if (has('radio')) kinds.push(AUDIO_TYPE)
  if (has('pic')) kinds.push(PICTURE_TYPE)
  else if (has('text')) kinds.push(TEXT_TYPE)
  return kinds
}

function problemOf(
  content_type: number,
  content: JsonObject,
  mediaHosts: readonly string[],
): string | undefined {
  switch (content_type) {
    case SUMMARY_TYPE:
      return summaryProblem(content)
    case AUDIO_TYPE:
      return audioProblem(content, mediaHosts)
    case PICTURE_TYPE:
      return picturesProblem(content, mediaHosts)
    default:
      return textProblem('text', content.get('text'))
  }
}

/** Counts code points, so that an emoji is one character. */
function textProblem(name: string, value: JsonValue | undefined): string | undefined {
  if (typeof value !== 'string') return `${name} 须为文本`
  if (isInvisible(value)) return `${name} 没有可见的字`
  if (Array.from(value.trim()).length > TEXT_CHARS_MAX) return `${name} 最多 ${TEXT_CHARS_MAX} 字`
  return undefined
}

/** Spaces, control characters and what a screen never shows, such as zero-width joiners. */
function isInvisible(text: string): boolean {
  return /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u.test(text)
}

function summaryProblem(content: JsonObject): string | undefined {
  const given = ['diagnose', 'advice'].filter((name) => (content.get(name) ?? null) !== null)
  return given.map((name) => textProblem(name, content.get(name))).find((advice) => advice)
}

function audioProblem(content: JsonObject, mediaHosts: readonly string[]): string | undefined {
  if (!isOwnMedia(content.get('radio'), mediaHosts)) return 'radio 须为平台媒体域名下的 https 地址'
  const seconds = content.get('radio_time') ?? null
  if (seconds === null) return undefined
  const length =
    typeof seconds === 'string' && /^[0-9]{1,3}$/.test(seconds) ? BigInt(seconds) : seconds
  const isFine = typeof length === 'bigint' && length >= 1n && length <= AUDIO_SECONDS_MAX
  return isFine ? undefined : `radio_time 须为 1 到 ${AUDIO_SECONDS_MAX} 的整数秒`
}

function picturesProblem(content: JsonObject, mediaHosts: readonly string[]): string | undefined {
  const pic = content.get('pic')
  const pictures: readonly (JsonValue | undefined)[] = Array.isArray(pic) ? pic : [pic]
  if (pictures.length < 1 || pictures.length > PICTURES_MAX)
    return `pic 须为 1 到 ${PICTURES_MAX} 张`
  if (!pictures.every((picture) => isOwnMedia(picture, mediaHosts))) {
    return 'pic 须为平台媒体域名下的 https 地址'
  }
  const text = content.get('text') ?? null
  return text === null || text === '' ? undefined : textProblem('text', text)
}

/** Two readers of a URL may disagree about backslashes and spaces, so there are none. */
function isOwnMedia(value: JsonValue | undefined, mediaHosts: readonly string[]): boolean {
  if (typeof value !== 'string' || !/^https:\/\/[^\s\\]+$/.test(value)) return false
  if (!URL.canParse(value)) return false
  const { host, username, password } = new URL(value)
  return mediaHosts.includes(host) && username === '' && password === ''
}

function clientIdOf(content: JsonObject): string | undefined {
  const id = content.get('clientMsgId') ?? null
  if (typeof id === 'bigint') return String(id)
  return typeof id === 'string' && id !== '' && isShort(id) ? id : undefined
}

function clientIdProblem(content: JsonObject): string | undefined {
  const id = content.get('clientMsgId') ?? null
  if (id === null || typeof id === 'bigint') return undefined
  const isFine = typeof id === 'string' && isShort(id)
  return isFine ? undefined : `clientMsgId 须为最多 ${CLIENT_ID_CHARS_MAX} 字的文本`
}

function isShort(id: string): boolean {
  return Array.from(id).length <= CLIENT_ID_CHARS_MAX
}
