import { documentServed, timeGet } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { snakeCase } from './naming.ts'
import { generateSdk, type SdkLanguage, VERSION_MARK } from './sdk.ts'
import { CodeWriter, oneLine } from './writer.ts'

const language: SdkLanguage = {
  name: 'python',
  title: 'Python',
  naming: {
    write: snakeCase,
    isReserved: () => false,
    digitPrefix: '_',
    memberCaseCounts: true,
    structsLiveIn: 'class',
  },
  generate: ({ apis }) => apis.map(({ name, method }) => ({ path: `${name}.py`, text: method })),
}

it('is the core with its version and the generated files, by their paths', () => {
  const core = [{ path: 'setup.py', text: `version=${VERSION_MARK}` }]
  expect(generateSdk(language, [documentServed(timeGet)], core, '1.2.3')).toEqual([
    { path: 'setup.py', text: 'version=1.2.3' },
    { path: 'time_get.py', text: 'taobao.time.get' },
  ])
})

it('never writes one file over another', () => {
  const core = [{ path: 'time_get.py', text: '' }]
  const generate = () => generateSdk(language, [documentServed(timeGet)], core, '1')
  expect(generate).toThrow('two files at time_get.py')
})

it('indents what is inside a block', () => {
  const writer = new CodeWriter('  ')
  writer.block('class A {', () => writer.line('int b;').line().lines(['int c;']))
  expect(writer.text()).toBe('class A {\n  int b;\n\n  int c;\n}\n')
})

it('keeps a description on its line', () => {
  expect(oneLine(' a\r\nb\u2028c\u202ed ')).toBe('a b c d')
})

it.each([
  ['tbUserId', 'tb_user_id'],
  ['VoucherDTO', 'voucher_dto'],
  ['param0', 'param0'],
  ['a-b', 'a_b'],
])('writes %s as %s in the style with underscores', (name, snake) => {
  expect(snakeCase(name)).toBe(snake)
})
