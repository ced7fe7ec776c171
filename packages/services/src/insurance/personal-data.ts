import { decoded } from './percent-decoding.ts'

const whose =
  '(?:user|holder|policyholder|insured|applicant|customer|client|member|contact|buyer|owner|real)?'
const always =
  'phone|mobile|mobilephone|cellphone|telephone|tel|name|idcard|passport|bankcard|mail|email|openid|unionid|address|birthday|wechat'
/** Personal only where the key says that it is the number of one: `id` alone names anything. */
const numbered = 'id|card|cert'
const chinese = '姓名|手机号?|手机号码|电话|身份证号?|身份证号码'
const number = '(?:no|num|number)'
const names = `(?:${whose}(?:(?:${always})${number}?|(?:${numbered})${number})|${chinese})`
const personalName = new RegExp(`^${names}$`)
const personalPairInside = new RegExp(`(?:^|[?&#;/"'{,])${names}(?:=|["']:)`)
const mobileNumber = /^(?:\+?86)?1[3-9]\d{9}$/

/** `clickId`, `click_id`, `CLICKID`, and `&amp;clickid` of a URL copied out of HTML are one key. */
export function plainKey(key: string): string {
  if (/^[A-Za-z]+$/.test(key)) return key.toLowerCase()
  const name = decoded(key)
  return withoutMarks(name.slice(Math.max(name.lastIndexOf(';'), name.lastIndexOf('/')) + 1))
}

function withoutMarks(name: string): string {
  return name.replace(/[\s_.[\]-]/g, '').toLowerCase()
}

/**
 * A piece of a URL between two separators, without what names a person: the value of a personal
 * key, a mobile number under any key but those in `known`, a pair hidden inside a value.
 */
export function withoutPersonalValue(piece: string, known: { has(key: string): boolean }): string {
  const equals = piece.indexOf('=')
  if (equals < 0) {
    // The separators themselves may be encoded: only what stands before the first one is kept.
    return holdsPersonalPair(piece) ? (/^[^%{"']*/.exec(piece)?.[0] ?? '') : piece
  }
  const key = plainKey(piece.slice(0, equals))
  const value = piece.slice(equals + 1)
  const isPersonal =
    personalName.test(key) ||
    (!known.has(key) && mobileNumber.test(decoded(value))) ||
    holdsPersonalPair(value)
  return isPersonal ? piece.slice(0, equals + 1) : piece
}

function holdsPersonalPair(text: string): boolean {
  // Most values are plain codes, which cannot hold a pair.
  if (!/[%="']/.test(text)) return false
  return personalPairInside.test(withoutMarks(decoded(text)))
}
