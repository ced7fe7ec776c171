import { describe, expect, it } from 'vitest'
import { parseMasterKeys, singleMasterKey, withNewMasterKey } from './master-keys.ts'

const hex = (byte: string) => byte.repeat(32)
const key = (byte: string) => Buffer.from(hex(byte), 'hex')

describe('a master key file', () => {
  it.each(['', '\n', '\r\n', '\n\n# kept apart\n'])('may be one key alone (%j after it)', (end) => {
    expect(parseMasterKeys(hex('ab') + end)).toEqual(singleMasterKey(key('ab')))
  })

  it('may hold several keys, of which the highest version seals', () => {
    const text = `# comment\n lookup ${hex('0f')} \n2 ${hex('02')}\n10 ${hex('10')}\n\n1 ${hex('01')}\n`
    expect(parseMasterKeys(text)).toEqual({
      sealVersion: 10,
      keys: new Map([
        [2, key('02')],
        [10, key('10')],
        [1, key('01')],
      ]),
      lookupKey: key('0f'),
    })
  })

  it('may say that another version seals still', () => {
    const text = `lookup ${hex('0f')}\n1 ${hex('01')}\n2 ${hex('02')}\nseal 1`
    expect(parseMasterKeys(text).sealVersion).toBe(1)
  })

  it.each([
    ['', 'there is no key'],
    [`lookup ${hex('0f')}`, 'there is no key'],
    [hex('ab').slice(1), 'line 1'],
    [`1 ${hex('01')}\n1 ${hex('02')}`, 'line 2'],
    [`${hex('01')}\n${hex('02')}`, 'line 2'],
    [`0 ${hex('01')}`, 'line 1'],
    [`65536 ${hex('01')}`, 'line 1'],
    [`lookup ${hex('0f')}\nlookup ${hex('0f')}\n1 ${hex('01')}`, 'line 2'],
    [`1 ${hex('01')}\nseal 2`, 'version 2'],
    [`1 ${hex('01')}\nseal 1\nseal 1`, 'line 3'],
    [`1 ${hex('01')}\n2 ${hex('02')}`, 'lookup line is missing'],
    [`2 ${hex('02')}`, 'lookup line is missing'],
    [`1  ${hex('01')}`, 'line 1'],
    [`1 ${hex('01')}\nsecret words`, 'line 2'],
  ])('is refused when it is %#', (text, message) => {
    const refusal = () => parseMasterKeys(text)
    expect(refusal).toThrow(RangeError)
    expect(refusal).toThrow(message)
    expect(refusal).not.toThrow(/0101|words/)
  })
})

describe('a new key', () => {
  it('becomes the newest, and the lookup key of the single one gets a line of its own', () => {
    const text = withNewMasterKey(`${hex('AB')}\n`, key('02'))
    const { lookupKey } = singleMasterKey(key('ab'))
    expect(parseMasterKeys(text)).toEqual({
      sealVersion: 2,
      keys: new Map([
        [1, key('ab')],
        [2, key('02')],
      ]),
      lookupKey,
    })
  })

  it('leaves the other lines as they are, in their order', () => {
    const text = `# ours\nlookup ${hex('0f')}\n7 ${hex('07')}\n`
    expect(withNewMasterKey(text, key('08'))).toBe(`${text}8 ${hex('08')}\n`)
  })

  it('survives the loss of the old one: tags stay', () => {
    const text = withNewMasterKey(hex('ab'), key('02'))
    const withoutOld = text.replace(/^1 .*\n/m, '')
    expect(parseMasterKeys(withoutOld).lookupKey).toEqual(singleMasterKey(key('ab')).lookupKey)
  })
})

it.each([31, 33])('refuses a key of %i bytes', (length) => {
  expect(() => singleMasterKey(new Uint8Array(length))).toThrow('32 bytes')
})
