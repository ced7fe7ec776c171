import { type PlatformErrorName, platformErrors, Refusal } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { describe as describeRefusal, renderError } from './render-error.ts'

const ID = '0000000000001'
const names = Object.keys(platformErrors) as PlatformErrorName[]

describe('an error in JSON', () => {
  it.each(names)('is what every client parses: %s', (name) => {
    const { code } = platformErrors[name]
    for (const form of ['json', 'simplified'] as const) {
      const { body, contentType } = renderError(describeRefusal(new Refusal(name), ID, 50), form)
      expect(contentType).toBe('application/json;charset=UTF-8')
      // One client cuts these bytes off without reading them.
      expect(body.startsWith(`{"error_response":{"code":${code},"msg":"`)).toBe(true)
      expect(body.endsWith(`"request_id":"${ID}"}}`)).toBe(true)
      expect(body).toBe(JSON.stringify(JSON.parse(body)))
    }
  })

  it('leaves absent members out and keeps the order', () => {
    const { body } = renderError({ code: 22, msg: 'Invalid method', request_id: ID }, 'json')
    expect(body).toBe(`{"error_response":{"code":22,"msg":"Invalid method","request_id":"${ID}"}}`)
    const all = describeRefusal(new Refusal('service-error'), ID, 50)
    expect(Object.keys(JSON.parse(renderError(all, 'json').body).error_response)).toEqual([
      'code',
      'msg',
      'sub_code',
      'sub_msg',
      'request_id',
    ])
  })
})

describe('an error in XML', () => {
  it('has the same members in the same order', () => {
    const error = describeRefusal(new Refusal('invalid-app-key', { subMsg: 's' }), ID, 50)
    expect(renderError(error, 'xml')).toEqual({
      contentType: 'text/xml;charset=UTF-8',
      body:
        '<?xml version="1.0" encoding="utf-8" ?><error_response><code>29</code>' +
        '<msg>Invalid app Key</msg><sub_code>isv.appkey-not-exists</sub_code>' +
        `<sub_msg>s</sub_msg><request_id>${ID}</request_id></error_response>`,
    })
  })

  it('escapes what a caller put into its texts and leaves absent members out', () => {
    const argument = `a<b>&"'\u0000`
    const error = describeRefusal(new Refusal('missing-argument', { argument }), ID, 50)
    const { body } = renderError(error, 'xml')
    expect(body).toContain(
      '<msg>Missing required arguments:a&lt;b&gt;&amp;&quot;&apos;</msg><sub_msg>',
    )
    expect(body).not.toContain('sub_code')
  })
})

describe('what is told', () => {
  it('is the remedy unless the refusal has better words', () => {
    const plain = describeRefusal(new Refusal('invalid-method'), ID, 50)
    expect(plain.sub_msg).toBe(platformErrors['invalid-method'].remedy.zh)
    const detail = { subMsg: 'm' }
    const told = describeRefusal(new Refusal('invalid-method', detail), ID, 50)
    expect(told).toMatchObject({ sub_msg: 'm' })
  })

  it('names the argument in 40 and 41 alone', () => {
    const detail = { argument: 'step.name' }
    const msgOf = (name: PlatformErrorName) =>
      describeRefusal(new Refusal(name, detail), ID, 50).msg
    expect(msgOf('missing-argument')).toBe('Missing required arguments:step.name')
    expect(msgOf('invalid-argument')).toBe('Invalid arguments:step.name')
    expect(msgOf('invalid-parameter')).toBe('Remote service error')
  })

  it.each(names)('is 15 instead of 50 by the switch, other codes as they are: %s', (name) => {
    const { code } = platformErrors[name]
    expect(describeRefusal(new Refusal(name), ID, 50).code).toBe(code)
    expect(describeRefusal(new Refusal(name), ID, 15).code).toBe(code === 50 ? 15 : code)
  })
})
