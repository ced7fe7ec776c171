import { sign } from '@topgate/protocol'
import { describe, expect, it } from 'vitest'
import { handleCall } from './handle-call.ts'
import type { HttpCall } from './http-call.ts'
import { digests, goodParameters, SECRET, testGateway } from './testing/test-gateway.ts'

const BODY = '{"step":{"name":"a","count":1},"note":"中"}'

function query(changes: Record<string, string> = {}): Map<string, string> {
  const parameters = goodParameters(changes)
  parameters.delete('step')
  return parameters
}

/** A call with a JSON body, signed over `signedBody`. */
function jsonCall(
  body: string,
  parameters: ReadonlyMap<string, string> = query(),
  signedBody = body,
): HttpCall {
  const value = sign(parameters, SECRET, 'hmac-sha256', digests, signedBody)
  return {
    verb: 'POST',
    query: new URLSearchParams([...parameters, ['sign', value]]).toString(),
    contentType: 'application/json;charset=utf-8',
    headers: {},
    body: new TextEncoder().encode(body),
    peer: '203.0.113.9',
  }
}

async function told(call: HttpCall, world = testGateway()): Promise<string> {
  const { error_response } = JSON.parse((await handleCall(call, world.gateway)).body)
  return error_response === undefined ? 'ok' : `${error_response.code} ${error_response.sub_msg}`
}

describe('a call with a JSON body', () => {
  it('is the call that a form with the same parameters is', async () => {
    const world = testGateway()
    const requests: unknown[] = []
    world.handler = {
      async run({ request }) {
        requests.push(request)
        return { answer: { ok: true }, effect: 'new' }
      },
    }
    expect(await told(jsonCall(BODY), world)).toBe('ok')
    expect(requests).toEqual([{ step: { name: 'a', count: 1n }, note: '中' }])
  })

  it('may have business parameters in the query too, and then each once', async () => {
    expect(await told(jsonCall('{"step":{"name":"a","count":1}}', query({ note: 'n' })))).toBe('ok')
    expect(await told(jsonCall(BODY, query({ note: 'n' })))).toMatch(/^43 /)
  })

  it('is refused with 25 when a byte of its body changed, though it reads the same', async () => {
    expect(await told(jsonCall(`${BODY} `, query(), BODY))).toMatch(/^25 /)
    expect(await told(jsonCall(BODY.replace('中', '\\u4e2d'), query(), BODY))).toMatch(/^25 /)
  })

  it('is told in a sandbox that the body was not signed', async () => {
    expect(await told(jsonCall(BODY, query(), ''))).toContain('请求体没有参与签名')
  })

  it('keeps who calls in the query, where it is signed by name', async () => {
    for (const name of ['sign', 'app_key', 'method', 'session']) {
      expect(await told(jsonCall(`{"${name}":"x"}`))).toMatch(/^43 .*query/)
    }
  })

  it('is remembered: the same text cut elsewhere is no repetition of it (S1)', async () => {
    const world = testGateway()
    const { signatures } = world.gateway
    expect(await told(jsonCall(BODY), world)).toBe('ok')
    const call = jsonCall(BODY)
    const signature = new URLSearchParams(call.query).get('sign')?.toLowerCase() ?? ''
    expect(signatures.boundariesOf(signature)).toMatch(/body\.\d+$/)
    expect(await told(call, world)).toBe('ok')
    signatures.remember(signature, 'other boundaries', world.nowMs)
    expect(await told(jsonCall(BODY), world)).toMatch(/^25 /)
  })

  it('without a body is a call of the query alone', async () => {
    const parameters = goodParameters()
    expect(await told(jsonCall('', parameters))).toBe('ok')
  })
})
