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
      facts: {
        landing: 'ihealth.zhongan.com/insure/gt/inform',
        adid: '1725549616679939',
        channel_code: 'c20211102101365001',
        channel_source: 'T202202140302845606',
        creativeid: '1725549616681995',
        creativetype: '5',
        goods_code: 'G202106170002',
        isee_tap: 'Y',
        sign: 'o-ymztqbrdfK21KJXihHKQ',
        version: 'V2',
      },
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
      facts: {},
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
    ['https://a.example/%3Fphone%3D138', 'https://a.example/'],
    ['https://a.example/?a=1;phone=138', 'https://a.example/?a='],
    ['https://a.example/?user[phone]=138', 'https://a.example/?user[phone]='],
    [
      'https://a.example/?holder_name=x&insuredIdNo=y',
      'https://a.example/?holder_name=&insuredIdNo=',
    ],
    ['https://a.example/?ext=%7B%22id_no%22%3A%221%22%7D', 'https://a.example/?ext='],
    ['https://a.example/#{"phone":"138"}', 'https://a.example/#'],
    [
      'https://a.example/?%E6%89%8B%E6%9C%BA%E5%8F%B7=1',
      'https://a.example/?%E6%89%8B%E6%9C%BA%E5%8F%B7=',
    ],
    ['https://a.example/?p=13800138000', 'https://a.example/?p='],
    ['https://a.example/?p=%2B8613800138000', 'https://a.example/?p='],
  ])('cuts personal data out of %s', (sent, stored) => {
    expect(readAdUrl(sent)).toMatchObject({ text: stored, flags: ['PII_CUT'] })
  })

  it('cuts personal data out of a text that is no URL too', () => {
    expect(readAdUrl('oops?phone=13800138000')).toMatchObject({
      text: 'oops?phone=',
      flags: ['BAD_AD_URL', 'PII_CUT'],
    })
  })

  it.each([
    'https://a.example/?channelname=x&phonemodel=y&100%=z',
    'https://a.example/?id=1&card=2&p=12800138000&q=138001380001',
    'https://mail:8080/name/?adid=13800138000',
  ])('keeps what only looks personal in %s', (text) => {
    expect(readAdUrl(text)).toMatchObject({ text, flags: [] })
  })

  it('takes a macro that the medium left unfilled as absent', () => {
    const ad = readAdUrl('https://a.example/?phone=13800138000&clickid=__CLICKID__')
    expect(ad.click_id).toBeUndefined()
    expect(ad.flags).toEqual(['PII_CUT', 'UNREPLACED_MACRO'])
  })

  it.each([
    '{clickid}',
    '\u0024{CLICK_ID}',
    '{{click.id}}',
    '[CLICKID]',
    '%%CLICK%%',
    '%7Bclickid%7D',
  ])('knows the macro %s of other media', (macro) => {
    const ad = readAdUrl(`https://a.example/?clickid=${macro}&adid=1`)
    expect(ad).toMatchObject({ click_id: undefined, flags: ['UNREPLACED_MACRO'] })
    expect(ad.facts.adid).toBe('1')
  })

  it.each([
    ['https://a.example/?clickId=a', 'a'],
    ['https://a.example/?click_id=a', 'a'],
    ['https://a.example/?CLICK-ID=a', 'a'],
    ['https://a.example/?adid=1&amp;clickid=a', 'a'],
    ['https://a.example/?adid=1&amp;amp;clickid=a', 'a'],
    ['https://a.example/#/page?clickid=a%2Bb', 'a+b'],
    ['https://a.example/?q=1#clickid=a', 'a'],
    ['https://a.example/?clickid=a+b', 'a+b'],
    ['https://a.example/?clickid=a%20b', 'a+b'],
    ['https://a.example/?clickid=', undefined],
  ])('finds the click token in %s', (text, click_id) => {
    expect(readAdUrl(text)).toMatchObject({ click_id, flags: [] })
  })

  it.each([
    ['gdt_vid', 'TENCENT_ADS'],
    ['qz_gdt', 'TENCENT_ADS'],
    ['bd_vid', 'BAIDU'],
    ['ttclid', 'TIKTOK'],
  ])('finds the click token that a medium calls %s', (key, platform) => {
    const ad = readAdUrl(`https://a.example/?${key}=token`)
    expect(ad).toMatchObject({ click_id: 'token', facts: { platform }, flags: [] })
  })

  it('takes the first of two tokens, and the medium that named it', () => {
    const ad = readAdUrl('https://a.example/?bd_vid=one&clickid=two')
    expect(ad).toMatchObject({ click_id: 'one', flags: ['REPEATED_KEY'] })
    expect(ad.facts.platform).toBe('BAIDU')
    expect(readAdUrl('https://a.example/?clickid=one&gdt_vid=one').flags).toEqual([])
  })

  it('unpacks what was percent-encoded twice, a value or the whole address', () => {
    expect(readAdUrl('https://a.example/?clickid=a%252Bb')).toMatchObject({
      click_id: 'a+b',
      flags: ['DOUBLE_ENCODED'],
    })
    const whole = encodeURIComponent(encodeURIComponent('https://a.example/?clickid=a&phone=138'))
    expect(readAdUrl(whole)).toMatchObject({
      text: 'https://a.example/?clickid=a&phone=',
      click_id: 'a',
      flags: ['DOUBLE_ENCODED', 'PII_CUT'],
    })
  })

  it('leaves a value that is no code of a medium in the URL', () => {
    for (const value of ['a%20b', 'a+b%0A', 'x'.repeat(129)]) {
      const ad = readAdUrl(`https://a.example/?adid=${value}`)
      expect(ad).toMatchObject({ facts: { landing: 'a.example/' }, flags: ['ODD_AD_VALUE'] })
    }
    expect(readAdUrl(`https://a.example/?adid=${'x'.repeat(128)}`).flags).toEqual([])
  })

  it.each([
    ['https://User:Secret@A.example/p?x=1', 'a.example/p'],
    ['https://a.example/user/13800138000/buy', 'a.example/user/****/buy'],
    ['https://a.example/%E5%BC%A0%E4%B8%89', 'a.example'],
    ['https://a.example?adid=1', 'a.example'],
  ])('names the landing page of %s without what may be personal', (text, landing) => {
    expect(readAdUrl(text).facts.landing).toBe(landing)
  })

  it('takes the first of repeated keys and flags them', () => {
    const ad = readAdUrl('https://a.example/?clickid=a&clickid=b')
    expect(ad).toMatchObject({ click_id: 'a', flags: ['REPEATED_KEY'] })
  })
})
