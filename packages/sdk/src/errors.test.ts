import { expect, it } from 'vitest'
import { TopNonsense } from './errors.ts'

it('a page that does not exist asks whether the address is that of the gateway', () => {
  const at = (status: number) => new TopNonsense('taobao.time.get', status, '', 'no JSON').message
  expect(at(404)).toMatch(/\/router\/rest\?$/)
  expect(at(502)).toMatch(/no JSON$/)
})
