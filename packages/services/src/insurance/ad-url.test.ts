import { userBehaviorSync } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { readAdUrl } from './ad-url.ts'

const sample = userBehaviorSync.request.param0.fields.advertise_org_url.example ?? ''

describe('readAdUrl', () => {
  it('reads the documented sample and keeps it as it is', () => {
    const ad = readAdUrl(sample)
    expect(ad).toEqual({
      text: sample,
      click_id:
        'EIuox5-NrIgDGMPkkM3f9L4CIJO0gYXVjTowDDgBQiIyMDIyMDIyMzE4MzUyNjAxMDE1ODE0NzAyMDFBMDI2MkU4SAGQAQA',
      goods_code: 'G202106170002',
      flags: [],
    })
  })

  it.each([
    'not a url',
    'gopher://127.0.0.1:6379/_x',
    'javascript:alert(1)',
    '//a.example/?clickid=1',
    'http:a.example',
    'https://media.example\\@evil.example/',
    'https://',
  ])('flags %s as unusable and reads nothing from it', (text) => {
    expect(readAdUrl(text)).toEqual({
      text,
      click_id: undefined,
      goods_code: undefined,
      flags: ['BAD_AD_URL'],
    })
  })

  it('is flagged as long from 4,097 bytes on', () => {
    const base = 'https://a.example/'
    expect(readAdUrl(base + 'a'.repeat(4096 - base.length)).flags).toEqual([])
    expect(readAdUrl(base + 'a'.repeat(4097 - base.length)).flags).toEqual(['LONG_URL'])
    // Bytes, not characters.
    expect(readAdUrl(`${base}${'优'.repeat(1360)}`).flags).toEqual(['LONG_URL'])
  })

  it.each([
    ['https://a.example/?phone=13800138000&adid=1', 'https://a.example/?phone=&adid=1'],
    [
      'https://a.example/?adid=1&amp;Id_No=11010519491231002X',
      'https://a.example/?adid=1&amp;Id_No=',
    ],
    ['https://a.example/?n=1#/form?name=%E5%BC%A0', 'https://a.example/?n=1#/form?name='],
    ['https://a.example/?%70hone=138', 'https://a.example/?%70hone='],
    ['https://a.example/?openid=o1', 'https://a.example/?openid='],
    ['https://a.example/?to=https%3A%2F%2Fb.example%3Fphone%3D138', 'https://a.example/?to='],
    ['https://a.example/?to=%253Fphone%253D138', 'https://a.example/?to='],
  ])('cuts personal data out of %s', (sent, stored) => {
    expect(readAdUrl(sent)).toMatchObject({ text: stored, flags: ['PII_CUT'] })
  })

  it('cuts personal data out of a text that is no URL too', () => {
    expect(readAdUrl('oops?phone=13800138000')).toMatchObject({
      text: 'oops?phone=',
      flags: ['BAD_AD_URL', 'PII_CUT'],
    })
  })

  it('keeps keys that only look personal', () => {
    const text = 'https://a.example/?channelname=x&phonemodel=y&100%=z'
    expect(readAdUrl(text)).toMatchObject({ text, flags: [] })
  })

  it('takes a macro that the medium left unfilled as absent', () => {
    const ad = readAdUrl('https://a.example/?phone=13800138000&clickid=__CLICKID__')
    expect(ad.click_id).toBeUndefined()
    expect(ad.flags).toEqual(['PII_CUT', 'UNREPLACED_MACRO'])
  })

  it.each([
    ['https://a.example/?clickId=a', 'a'],
    ['https://a.example/?click_id=a', 'a'],
    ['https://a.example/?adid=1&amp;clickid=a', 'a'],
    ['https://a.example/#/page?clickid=a%2Bb', 'a+b'],
    ['https://a.example/?clickid=', undefined],
  ])('finds the click token in %s', (text, click_id) => {
    expect(readAdUrl(text).click_id).toBe(click_id)
  })

  it('takes the first of repeated keys and flags them', () => {
    const ad = readAdUrl('https://a.example/?clickid=a&clickid=b')
    expect(ad).toMatchObject({ click_id: 'a', flags: ['REPEATED_KEY'] })
  })
})
