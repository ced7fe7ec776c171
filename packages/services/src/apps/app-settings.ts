import { isIP } from 'node:net'
import type { AppLimits, RegisteredApp } from './app.ts'
import {
  isEmpty,
  LIMIT_MAX,
  limitExpects,
  NONE,
  type RateName,
  ratePeriods,
  readLimit,
  withMember,
} from './rates.ts'

/** One thing about an app that its owner may set, by one text. */
export interface AppSetting {
  readonly name: string
  readonly about: string
  /** What a good text is, for the message about a bad one. */
  readonly expects: string
  /** Pure. The app with the setting; undefined when the text is no good. */
  set(app: RegisteredApp, text: string): RegisteredApp | undefined
}

const IN_FLIGHT_MAX = 2_048
const LIST_MAX = 100
const NAME_CHARS_MAX = 64
const REDIRECTS_MAX = 10
const URL_CHARS_MAX = 1_024

/** Without `#`: a fragment belongs to the browser. */
const redirectForm = /^https?:\/\/[A-Za-z0-9._~:/?@!$&'()*+,;=%[\]-]+$/
const nameForm = /^[A-Za-z0-9_.-]{1,64}$/
const listExpects = `up to ${LIST_MAX} of them with commas between, or ${NONE}`

const periods: Readonly<Record<RateName, string>> = {
  per_second: 'a second',
  per_minute: 'a minute',
  per_day: 'a Beijing day',
}

/** The table of settings: what `app create` and `app set` take, and what their help says. */
export const appSettings: readonly AppSetting[] = [
  {
    name: 'name',
    about: 'what people call the app',
    expects: `1 to ${NAME_CHARS_MAX} characters`,
    set: (app, text) => (isLine(text, NAME_CHARS_MAX) ? { ...app, name: text } : undefined),
  },
  {
    name: 'profile',
    about: 'strict: as in production; lenient: what a newcomer sends is forgiven where it can be',
    expects: 'strict or lenient',
    set: (app, text) =>
      text === 'strict' || text === 'lenient' ? { ...app, profile: text } : undefined,
  },
  {
    name: 'group',
    about: 'formal, or test: an app that may only call APIs which need no package',
    expects: 'formal or test',
    set: (app, text) =>
      text === 'formal' || text === 'test' ? { ...app, group: text } : undefined,
  },
  {
    name: 'sign-method',
    about: 'the weakest signature that is accepted',
    expects: 'md5, hmac or hmac-sha256',
    set: (app, text) =>
      text === 'md5' || text === 'hmac' || text === 'hmac-sha256'
        ? { ...app, min_sign_method: text }
        : undefined,
  },
  ...rateSettings(),
  limitSetting(
    'in-flight',
    'how many calls may be under way at a time on one node',
    (limits, value) => withMember(limits, 'in_flight', value),
    IN_FLIGHT_MAX,
  ),
  {
    name: 'ip-allow',
    about: 'the only addresses that may call, such as 203.0.113.0/24,198.51.100.7',
    expects: `addresses or networks, ${listExpects}`,
    set(app, text) {
      const patterns = readList(text)
      return patterns?.every(isNetwork) ? { ...app, ip_allow: patterns } : undefined
    },
  },
  {
    name: 'redirect-uri',
    about: 'where users return after they were asked, character by character; several with spaces',
    expects: `up to ${REDIRECTS_MAX} http or https addresses without a fragment, with spaces between, or ${NONE}`,
    set(app, text) {
      const uris = text === NONE ? [] : text.split(' ')
      const isGood = uris.length <= REDIRECTS_MAX && uris.every(isRedirect)
      return isGood ? { ...app, redirect_uris: [...new Set(uris)] } : undefined
    },
  },
  ownerSetting('insurer', 'insurer', 'the insurer that the app reports for'),
  ownerSetting('charity-channel', 'charity_channel', 'the charity channel that it reports for'),
  ownerSetting('house-partner', 'house_partner', 'the housing partner that it reports for'),
  ownerSetting('followup-corp', 'followup_corp', 'the follow-up centre that it speaks for'),
  {
    name: 'biz-codes',
    about: 'the sources that it may set tags for',
    expects: `names of letters, digits and _ . -, ${listExpects}`,
    set(app, text) {
      const codes = readList(text)
      return codes?.every((code) => nameForm.test(code)) ? { ...app, biz_codes: codes } : undefined
    },
  },
]

function limitSetting(
  name: string,
  about: string,
  change: (limits: AppLimits, value: number | null) => AppLimits,
  max = LIMIT_MAX,
): AppSetting {
  return {
    name,
    about: `${about}; ${NONE}: no limit`,
    expects: max === LIMIT_MAX ? limitExpects : `a number from 1 to ${max}, or ${NONE}`,
    set(app, text) {
      const value = readLimit(text, max)
      if (value === undefined) return undefined
      const limits = change(app.limits ?? {}, value)
      return { ...app, limits: isEmpty(limits) ? null : limits }
    },
  }
}

/** Of the app, and of each of its users. */
function rateSettings(): readonly AppSetting[] {
  return ratePeriods.flatMap(({ name, member }) => [
    limitSetting(name, `how many calls ${periods[member]}`, (limits, value) =>
      withMember(limits, member, value),
    ),
    limitSetting(
      `user-${name}`,
      `how many calls ${periods[member]} with the session of one user`,
      (limits, value) => {
        const perUser = withMember(limits.per_user ?? {}, member, value)
        return withMember(limits, 'per_user', isEmpty(perUser) ? null : perUser)
      },
    ),
  ])
}

function ownerSetting(name: string, member: string, about: string): AppSetting {
  return {
    name,
    about,
    expects: `1 to 64 letters, digits and _ . -, or ${NONE}`,
    set(app, text) {
      if (!nameForm.test(text)) return undefined
      const { [member]: _before, ...others } = app.owns
      return { ...app, owns: text === NONE ? others : { ...others, [member]: text } }
    },
  }
}

function readList(text: string): string[] | undefined {
  if (text === NONE) return []
  const items = text.split(',').map((item) => item.trim())
  return items.length <= LIST_MAX ? [...new Set(items)] : undefined
}

/** An address, or a network such as 203.0.113.0/24. */
export function isNetwork(pattern: string): boolean {
  const [address = '', bits, ...more] = pattern.split('/')
  const family = isIP(address)
  if (family === 0 || address.includes('%') || more.length > 0) return false
  return (
    bits === undefined ||
    (/^(0|[1-9][0-9]{0,2})$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32))
  )
}

/** The characters of RFC 3986 only, so that what is compared is what a browser goes to; no user in it. */
function isRedirect(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || text.length > URL_CHARS_MAX || !redirectForm.test(text)) return false
  return url.username === '' && url.password === ''
}

/** One line of visible text. */
export function isLine(text: string, charsMax: number): boolean {
  return [...text].length <= charsMax && text.trim() !== '' && !/\p{C}/u.test(text)
}
