import { describe, expect, it } from 'vitest'
import { handleCall } from '../handle-call.ts'
import { LOAD_STEP_MS, type LoadSignals } from '../overload/index.ts'
import { formCall, goodParameters, signed, testGateway } from '../testing/test-gateway.ts'

const calm: LoadSignals = { loopDelayMs: 0, queueWaitMs: 0, memoryShare: 0 }
const red: LoadSignals = { ...calm, queueWaitMs: 400 }

/** A gateway that was called `calls` times in each of many red steps. */
async function overloaded(calls = 10_000) {
  const world = testGateway({ sourceRefusalsMax: 10 })
  const send = (note: string) =>
    handleCall(formCall(signed(goodParameters({ note }))), world.gateway)
  for (let step = 0; step < 10; step += 1) {
    for (let call = 0; call < calls; call += 1) world.load.admits('event', 'other', '192.0.2.1')
    world.load.step(red)
  }
  return { ...world, send }
}

describe('a call that is shed', () => {
  it('is told to come again as it is, with a pause, and nothing was carried out', async () => {
    const { send, gateway, load } = await overloaded()
    const { body, headers } = await send('a')
    expect(JSON.parse(body).error_response).toMatchObject({
      code: 10,
      msg: 'Service currently unavailable',
      sub_code: 'isp.top-remote-service-unavailable',
      sub_msg: expect.stringMatching(/请等待 [1-5] 秒后原样重试$/),
    })
    expect(headers).toEqual({ 'X-Topgate-Retry': 'same-request', 'Retry-After': '1' })
    expect(gateway.inFlight.calls()).toBe(0)
    expect(load.shed).toBeGreaterThan(0)
  })

  it('is no fault of the address that it came from', async () => {
    const { send } = await overloaded()
    for (let call = 0; call < 30; call += 1) {
      expect((await send(`n${call}`)).body).not.toContain('"code":7')
    }
  })

  it('is never the repeat of a write that was accepted', async () => {
    const { send, load } = await overloaded(0)
    expect((await send('accepted')).body).not.toContain('error_response')
    for (let step = 0; step < 10; step += 1) {
      for (let call = 0; call < 10_000; call += 1) load.admits('event', 'other', '192.0.2.1')
      load.step(red)
    }
    expect((await send('new')).body).toContain('"code":10')
    expect((await send('accepted')).body).not.toContain('error_response')
  })
})

it('a node is back to normal five seconds after the load ended', async () => {
  const { load, send } = await overloaded()
  for (let ms = 0; ms < 5_000; ms += LOAD_STEP_MS) load.step(calm)
  expect(load).toMatchObject({ level: 'green', share: 1 })
  expect((await send('again')).body).not.toContain('error_response')
})
