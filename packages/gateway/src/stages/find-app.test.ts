import { expect, it } from 'vitest'
import { refusalOf } from '../testing/refusal-of.ts'
import { APP_KEY, goodParameters, testApp, testGateway } from '../testing/test-gateway.ts'
import { findApp } from './find-app.ts'

const find = (app_key: string, world = testGateway()) =>
  findApp(goodParameters({ app_key }), world.gateway)

it('finds an enabled app by its exact key', async () => {
  const world = testGateway()
  expect(await find(APP_KEY, world)).toBe(world.app)
  for (const key of ['29999999', ` ${APP_KEY}`, `${APP_KEY} `]) {
    expect((await refusalOf(() => find(key))).name).toBe('invalid-app-key')
  }
})

it('refuses a disabled app exactly as an unknown one', async () => {
  const world = testGateway()
  world.app = testApp({ status: 'disabled' })
  const disabled = await refusalOf(() => find(APP_KEY, world))
  expect(disabled).toEqual(await refusalOf(() => find('29999999')))
})

it('tells a missing and an empty key apart from a wrong one', async () => {
  expect((await refusalOf(() => find(''))).name).toBe('missing-app-key')
  const { gateway } = testGateway()
  expect((await refusalOf(() => findApp(new Map(), gateway))).name).toBe('missing-app-key')
})

it('looks no key up that is longer than keys are', async () => {
  const { gateway } = testGateway()
  const asked: string[] = []
  const apps = {
    async find(key: string) {
      asked.push(key)
      return undefined
    },
  }
  const counting = { ...gateway, ports: { ...gateway.ports, apps } }
  for (const chars of [32, 33]) {
    const parameters = goodParameters({ app_key: '1'.repeat(chars) })
    expect((await refusalOf(() => findApp(parameters, counting))).name).toBe('invalid-app-key')
  }
  expect(asked).toEqual(['1'.repeat(32)])
})
