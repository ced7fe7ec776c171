import type { JsonText, JsonValue } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { type ContentRules, readChatContent } from './chat-content.ts'

const picture = 'https://media.example/p/1.jpg'

function content(members: Record<string, JsonValue>): JsonText {
  return { text: '', value: new Map(Object.entries(members)) }
}

const rules: ContentRules = {
  rs_type: '2',
  media_hosts: ['media.example'],
  unknown_content: false,
  lenient: false,
}

function typeOf(members: Record<string, JsonValue>, rs_type = '2') {
  const read = readChatContent(content(members), { ...rules, rs_type })
  return read.kind === 'message' ? read.content_type : read.code
}

describe('readChatContent', () => {
  it.each<[string, Record<string, JsonValue>, number]>([
    ['the documented sample', { text: 'abc' }, 1],
    ['lines and emoji', { text: '今天伤口有点红😟\n体温37.8℃' }, 1],
    ['2,000 emoji', { text: '😀'.repeat(2000) }, 1],
    ['2,000 characters between spaces', { text: ` ${'a'.repeat(2000)} ` }, 1],
    ['markup, which stays text', { text: '<img src=x onerror=alert(1)>' }, 1],
    ['turned writing', { text: 'a\u202eb' }, 1],
    ['unknown members beside text', { text: 'a', colour: 'red', deep: [new Map()] }, 1],
    ['one picture', { pic: picture }, 2],
    ['nine pictures', { pic: Array(9).fill(picture) }, 2],
    ['a picture with words', { pic: [picture], text: '化验单' }, 2],
    ['a picture with empty words', { pic: [picture], text: '' }, 2],
    ['audio', { radio: 'https://media.example/a.mp3' }, 3],
    ['audio of 60 seconds', { radio: 'https://media.example/a.mp3', radio_time: 60n }, 3],
    [
      'audio with its seconds as text',
      { radio: 'https://media.example/a.mp3', radio_time: '1' },
      3,
    ],
    ['a summary', { diagnose: '恢复良好', advice: '两周后复查' }, 31],
    ['a diagnosis alone', { diagnose: '恢复良好' }, 31],
  ])('takes %s', (_what, members, type) => {
    expect(typeOf(members)).toBe(type)
  })

  it.each<[string, Record<string, JsonValue>]>([
    ['an empty text', { text: '' }],
    ['spaces only', { text: ' \n\u3000' }],
    ['zero-width characters only', { text: '\u200b\u200d' }],
    ['other invisible characters only', { text: '\ufeff\u2060\u00ad' }],
    ['2,001 characters', { text: 'a'.repeat(2001) }],
    ['a number as text', { text: 5n }],
    ['no picture', { pic: [] }],
    ['ten pictures', { pic: Array(10).fill(picture) }],
    ['a picture on a foreign host', { pic: ['https://evil.example/1.jpg'] }],
    ['a picture on a host that only begins alike', { pic: 'https://media.example.evil.example/1' }],
    ['a picture on another port', { pic: 'https://media.example:8443/1.jpg' }],
    ['a picture behind a user name', { pic: 'https://media.example@evil.example/1.jpg' }],
    ['a picture with a user name', { pic: 'https://u:p@media.example/1.jpg' }],
    ['a picture without encryption', { pic: 'http://media.example/1.jpg' }],
    ['a picture behind a backslash', { pic: 'https://media.example\\@evil.example/1.jpg' }],
    ['one foreign picture among many', { pic: [picture, 'https://evil.example/1.jpg'] }],
    ['a picture with 2,001 characters', { pic: picture, text: 'a'.repeat(2001) }],
    ['audio on a foreign host', { radio: 'https://evil.example/a.mp3' }],
    ['audio of 0 seconds', { radio: 'https://media.example/a.mp3', radio_time: 0n }],
    ['audio of 61 seconds', { radio: 'https://media.example/a.mp3', radio_time: 61n }],
    ['audio of 1.5 seconds', { radio: 'https://media.example/a', radio_time: { decimal: '1.5' } }],
    ['an empty summary', { diagnose: '', advice: '' }],
    ['two main kinds', { pic: picture, radio: 'https://media.example/a.mp3' }],
    ['audio with words', { radio: 'https://media.example/a.mp3', text: 'a' }],
    ['an id of 65 characters', { text: 'a', clientMsgId: 'i'.repeat(65) }],
    ['an id that is no text', { text: 'a', clientMsgId: true }],
  ])('rejects %s', (_what, members) => {
    expect(typeOf(members)).toBe('CONTENT_REJECTED')
  })

  it.each<[string, Record<string, JsonValue>, string]>([
    ['nothing', {}, '2'],
    ['unknown members only', { sticker: 1n }, '2'],
    ['a text that is null', { text: null }, '2'],
    ['the summary of a patient', { diagnose: 'x', advice: 'y' }, '1'],
  ])('does not allow %s', (_what, members, rs_type) => {
    expect(typeOf(members, rs_type)).toBe('CONTENT_TYPE_NOT_ALLOWED')
  })

  it.each<[JsonValue, string | undefined]>([
    ['m-1', 'm-1'],
    ['i'.repeat(64), 'i'.repeat(64)],
    [9007199254740993n, '9007199254740993'],
    ['', undefined],
    [null, undefined],
  ])('reads the id %s of the caller', (clientMsgId, client_msg_id) => {
    expect(readChatContent(content({ text: 'a', clientMsgId }), rules)).toMatchObject({
      client_msg_id,
    })
  })

  it.each<[string, Record<string, JsonValue>, readonly string[]]>([
    ['nothing of plain words', { text: 'abc', title: 'a', send_time: 1n, clientMsgId: 'm' }, []],
    ['a member that means nothing', { text: 'a', colour: 'red' }, ['IGNORED_MEMBER']],
    ['what does not belong to its type', { text: 'a', radio_time: 5n }, ['IGNORED_MEMBER']],
    ['self-harm', { text: '我 不想・活 了' }, ['RISK_SELF_HARM']],
    [
      'self-harm in English',
      { text: 'I want to KILL  myself'.replace('  ', ' ') },
      ['RISK_SELF_HARM'],
    ],
    ['an emergency', { text: '胸\u200b痛，急！' }, ['RISK_URGENT']],
    ['an emergency beside a picture', { pic: picture, text: 'chest pain' }, ['RISK_URGENT']],
    ['abuse in a summary', { diagnose: '混蛋' }, ['RISK_ABUSE']],
    ['several', { text: '去死，救命' }, ['RISK_URGENT', 'RISK_ABUSE']],
    ['nothing of a word inside another', { text: 'insuicidal' }, []],
  ])('flags %s', (_what, members, flags) => {
    const read = readChatContent(content(members), rules)
    expect(read).toMatchObject({ kind: 'message', flags })
  })

  it('flags a member that is given twice', () => {
    const twice = { ...content({ text: 'b' }), repeated: true } as const
    expect(readChatContent(twice, rules)).toMatchObject({ flags: ['DUPLICATE_KEY'] })
  })

  it('keeps unknown content where the operator wants it', () => {
    const read = readChatContent(content({ card: 'x' }), { ...rules, unknown_content: true })
    expect(read).toMatchObject({ content_type: 0, flags: ['IGNORED_MEMBER'] })
  })

  it.each<[string, Record<string, JsonValue>, number, string]>([
    ['unknown content', { card: 'x' }, 0, 'IGNORED_MEMBER'],
    ['a foreign picture', { pic: 'https://cdn.example/1.jpg' }, 2, 'CONTENT_RULE'],
    ['a long text', { text: 'a'.repeat(2001) }, 1, 'CONTENT_RULE'],
    ['a long id', { text: 'a', clientMsgId: 'i'.repeat(65) }, 1, 'CONTENT_RULE'],
  ])('keeps and flags for a lenient app: %s', (_what, members, content_type, flag) => {
    const read = readChatContent(content(members), { ...rules, lenient: true })
    expect(read).toMatchObject({
      content_type,
      client_msg_id: undefined,
      flags: expect.arrayContaining([flag]),
    })
  })

  it('refuses the summary of a patient also from a lenient app', () => {
    const patient = { ...rules, rs_type: '1', lenient: true }
    expect(readChatContent(content({ advice: 'x' }), patient)).toMatchObject({ kind: 'rejected' })
  })
})
