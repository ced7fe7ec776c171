import { expect, it } from 'vitest'
import { refusalOf } from '../testing/refusal-of.ts'
import { testGateway } from '../testing/test-gateway.ts'
import { findApi } from './find-api.ts'

const find = (method: string) => findApi(new Map([['method', method]]), testGateway().gateway)

it('names the API that a mistyped method may mean', async () => {
  const { name, detail } = await refusalOf(() => find('test.step.snyc'))
  expect(name).toBe('invalid-method')
  expect(detail.subMsg).toMatch(/区分大小写.*；是否应为 test\.step\.sync/)
})

it('names the right spelling of a method in another letter case', async () => {
  const { detail } = await refusalOf(() => find('Test.Step.Sync'))
  expect(detail.subMsg).toContain('test.step.sync')
})

it('suggests nothing for a method that is like no other', async () => {
  const { detail } = await refusalOf(() => find('x'.repeat(3_000)))
  expect(detail.subMsg).not.toContain('是否应为')
})
