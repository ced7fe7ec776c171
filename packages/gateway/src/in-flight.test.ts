import { expect, it } from 'vitest'
import { handleCall } from './handle-call.ts'
import type { Handled } from './ports.ts'
import { formCall, goodParameters, signed, testApp, testGateway } from './testing/test-gateway.ts'

const limits = { perSecond: 1000, perDay: 1000, perApi: new Map(), perUser: {} }

/** A gateway whose handler waits until `finish`. */
function holding() {
  const world = testGateway()
  const end = Promise.withResolvers<Handled>()
  world.handler = { run: () => end.promise }
  const send = async (note: string) =>
    (await handleCall(formCall(signed(goodParameters({ note }))), world.gateway)).body
  return { world, send, finish: () => end.resolve({ answer: { ok: true }, effect: 'new' }) }
}

it('answers 7 to the 65th call of an app while 64 are under way, and serves it afterwards', async () => {
  const { world, send, finish } = holding()
  world.app = testApp({ limits })
  const first = Array.from({ length: 64 }, (_, at) => send(`n${at}`))
  expect(await send('one more')).toMatch(/"code":7.*limited-by-app-access-count/)
  finish()
  for (const body of await Promise.all(first)) expect(body).not.toContain('error_response')
  expect(await send('after')).not.toContain('error_response')
})

it('counts calls that are refused later only while they last', async () => {
  const { world, send } = holding()
  world.app = testApp({ limits, grants: new Map() })
  for (let call = 0; call < 70; call += 1) expect(await send(`n${call}`)).toContain('"code":11')
})

it('does not count the calls of an app without limits', async () => {
  const { world, send, finish } = holding()
  world.app = testApp({ limits: null })
  const calls = Array.from({ length: 70 }, (_, at) => send(`n${at}`))
  finish()
  for (const body of await Promise.all(calls)) expect(body).not.toContain('error_response')
})
