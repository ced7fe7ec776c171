import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { platformErrors } from '@topgate/contracts'
import { expect, it } from 'vitest'
import type { Gateway, ServedApi } from './gateway.ts'
import { handleCall } from './handle-call.ts'
import { createHttpServer } from './http-server.ts'
import { goodParameters, NOW_MS, signed, stepSync, testGateway } from './testing/test-gateway.ts'

/** No API of the catalogue has such a class yet, so that this one stands for it. */
function withClassW2(gateway: Gateway): Gateway {
  const api = gateway.apis.get(stepSync.method) as ServedApi
  const risky: ServedApi = { ...api, contract: { ...api.contract, securityClass: 'w2' } }
  return { ...gateway, apis: new Map([[stepSync.method, risky]]) }
}

it('tells through the door that the consent for a risky API is too old, and until then serves', async () => {
  const world = testGateway()
  const gateway = withClassW2(world.gateway)
  const server = createHttpServer({
    handle: (call) => handleCall(call, gateway),
    handleBatch: (call) => handleCall(call, gateway),
    serveOther: () => false,
    isClosing: () => false,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/router/rest`
  const send = async (w2UntilMs: number) => {
    world.session = { ...world.session, w2UntilMs }
    const body = new URLSearchParams([...signed(goodParameters({ format: 'json' }))])
    const response = await fetch(url, { method: 'POST', body })
    return { retry: response.headers.get('X-Topgate-Retry'), answer: await response.json() }
  }
  try {
    expect(await send(NOW_MS + 1)).toMatchObject({ retry: null })
    const { code, msg, subCode, retry } = platformErrors['consent-too-old']
    const { answer, ...headers } = await send(NOW_MS)
    expect(headers).toEqual({ retry })
    expect(answer).toMatchObject({ error_response: { code, msg, sub_code: subCode } })
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
