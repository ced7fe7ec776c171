import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeXml } from './escape-xml.ts'

describe('XML text', () => {
  it.each([
    ['', ''],
    ['成功 abc', '成功 abc'],
    ['<a>&]]>', '&lt;a&gt;&amp;]]&gt;'],
    [`"'`, '&quot;&apos;'],
    ['&amp;', '&amp;amp;'],
    ['a\tb\nc', 'a\tb\nc'],
    ['a\r\nb', 'a&#13;\nb'],
    ['😀<', '😀&lt;'],
    ['\u007f\u0085\ue000\ufffd', '\u007f\u0085\ue000\ufffd'],
  ])('%j is written as %j', (text, written) => {
    expect(escapeXml(text)).toBe(written)
  })

  it.each(['\0', '\u0001', '\u0008', '\u000b', '\u000c', '\u000e', '\u001f', '\ufffe', '\uffff'])(
    'leaves out %j, which XML 1.0 cannot carry',
    (char) => {
      expect(escapeXml(`a${char}b`)).toBe('ab')
      expect(escapeXml(char)).toBe('')
    },
  )

  it('leaves out unpaired surrogates and keeps pairs', () => {
    expect(escapeXml('a\ud800b')).toBe('ab')
    expect(escapeXml('a\udc00b')).toBe('ab')
    expect(escapeXml('\ud83d\ude00\ud83d')).toBe('😀')
  })

  it('holds no markup and reads back as the text without what XML cannot carry', () => {
    const unit = fc.constantFrom('<', '&', '>', '"', "'", '\r', '\n', '\u0001', '\ud800', '公', ';')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const written = escapeXml(text)
        expect(written).not.toMatch(/[<>"'\r]|&(?!(amp|lt|gt|quot|apos|#13);)/)
        expect(readBack(written)).toBe(text.replaceAll('\u0001', '').replaceAll('\ud800', ''))
      }),
    )
  })
})

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#13': '\r',
}

function readBack(written: string): string {
  return written.replace(/&([^;]+);/g, (_, name: string) => characters[name] ?? '?')
}
