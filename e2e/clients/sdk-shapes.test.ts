import { expect, it } from 'vitest'
import {
  APP_KEY,
  APP_SECRET,
  behaviour,
  charity,
  message,
  type Sample,
  statistics,
  tag,
} from '../testing/samples.ts'
import { eachSandbox } from '../testing/start-server.ts'
import { sendRaw } from './raw-http.ts'
import { batchRequest, batchShapes, type SdkShape, sdkShapes } from './sdk-shapes.ts'

/** A sample, and what its successful answer holds in JSON and in XML. */
const samples: readonly (readonly [name: string, sample: Sample, json: string, xml: string])[] = [
  ['insurance', behaviour, '"result_status":"SUCCESS"', '<result_status>SUCCESS<'],
  ['charity', charity(), '"charity_hours":"0.1"', '<charity_hours>0.1<'],
  ['housing', statistics, '"success":"true"', '<success>true<'],
  ['tag', tag, '"tag_success":true', '<tag_success>true<'],
  ['chat', message, '"msg_code":"SUCCESS"', '<msg_code>SUCCESS<'],
  ['time', { method: 'taobao.time.get', params: {} }, '"time":"20', '<time>20'],
]

/** A sample with an optional parameter that has no value, as some clients send it. */
const withEmpty: Sample = { ...tag, params: { ...tag.params, open_id: '' } }

eachSandbox('requests as the SDKs send them', (server) => {
  async function send(shape: SdkShape, sample: Sample) {
    const { url } = server()
    return sendRaw(
      url,
      shape.request(sample, {
        host: new URL(url).host,
        key: APP_KEY,
        secret: APP_SECRET,
        nowMs: Date.now(),
      }),
    )
  }

  it.each(batchShapes.map((shape) => [shape.name, shape] as const))(
    'batch of %s',
    async (_name, shape) => {
      const calls = shape.sharesMethod
        ? [charity('BATCH_1'), charity('BATCH_2'), charity('bad id')]
        : [behaviour, { method: 'taobao.time.get', params: {} }, statistics, charity('bad id')]
      const { url } = server()
      const credentials = {
        host: new URL(url).host,
        key: APP_KEY,
        secret: APP_SECRET,
        nowMs: Date.now(),
      }
      const { status, body } = await sendRaw(url, batchRequest(shape, calls, credentials))
      const answers = body.split('\r\n-S-\r\n').map((answer) => Object.keys(JSON.parse(answer))[0])
      expect(status).toBe(200)
      expect(answers).toEqual([
        ...calls.slice(0, -1).map(({ method }) => rootOf(method)),
        'error_response',
      ])
    },
  )

  it.each(sdkShapes.map((shape) => [shape.name, shape] as const))('%s', async (_name, shape) => {
    for (const [name, sample, json, xml] of [
      ...samples,
      ['empty', withEmpty, ...tagAnswer] as const,
    ]) {
      const { status, head, body } = await send(shape, sample)
      expect(status).toBe(200)
      expect(body, `${name}: ${body}`).toContain(shape.format === 'json' ? json : xml)
      expect(body.startsWith('{"') || body.startsWith('<?xml')).toBe(true)
      expect(body.includes('_response"')).toBe(shape.format === 'json' && !shape.simplify)
      expect(head).toContain(shape.format === 'json' ? 'application/json' : 'text/xml')
      expect(head.toLowerCase()).not.toContain('content-encoding')
    }
  })

  it.each(sdkShapes.map((shape) => [shape.name, shape] as const))(
    '%s gets an error that it can read',
    async (_name, shape) => {
      const { status, body } = await send(shape, { method: 'no.such.api', params: {} })
      expect(status).toBe(200)
      const start = '<?xml version="1.0" encoding="utf-8" ?><error_response><code>22</code>'
      expect(
        body.startsWith(shape.format === 'json' ? '{"error_response":{"code":22,' : start),
      ).toBe(true)
      expect(/[}>]$/.test(body)).toBe(true)
    },
  )
})

const tagAnswer = ['"tag_success":true', '<tag_success>true<'] as const

function rootOf(method: string): string {
  return `${method.replace(/^taobao\./, '').replaceAll('.', '_')}_response`
}
