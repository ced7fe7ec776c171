import { describe, expect, it } from 'vitest'
import { parseXml, writeXmlIndented, xmlContent } from './xml-text.ts'

const document =
  '<?xml version="1.0" encoding="utf-8" ?><a_response><e><m>x &amp; &#65;&#x42;</m></e>' +
  '<e><m/></e><code>1800001886002007960</code></a_response>'

describe('the XML of an answer', () => {
  it('is indented with its text and escapes as they came', () => {
    const element = parseXml(document)
    expect(element && writeXmlIndented(element)).toBe(
      [
        '<a_response>',
        '  <e>',
        '    <m>x &amp; &#65;&#x42;</m>',
        '  </e>',
        '  <e>',
        '    <m></m>',
        '  </e>',
        '  <code>1800001886002007960</code>',
        '</a_response>',
      ].join('\n'),
    )
  })

  it('has the content of the JSON form, a repeated name being a list', () => {
    const element = parseXml(document)
    expect(element && xmlContent(element)).toEqual(
      new Map<string, unknown>([
        ['e', [new Map([['m', 'x & AB']]), new Map([['m', '']])]],
        ['code', '1800001886002007960'],
      ]),
    )
  })

  it.each([
    ['a tag that nothing closes', '<a><b></a>'],
    ['two roots', '<a></a><b></b>'],
    ['text outside the root', '<a></a>x'],
    ['a lone bracket', '<a>1 < 2</a>'],
    ['nothing', ''],
    ['a document type', '<!DOCTYPE html><html></html>'],
  ])('is not %s', (_what, text) => {
    expect(parseXml(text)).toBeUndefined()
  })

  it('is read to a depth of 64', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
    expect(parseXml(nested(64))).toBeDefined()
    expect(parseXml(nested(65))).toBeUndefined()
  })
})
