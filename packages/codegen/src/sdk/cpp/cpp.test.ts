import type { DocumentedApi, Field, Fields } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { buildSdkModel } from '../model.ts'
import { cLiteral } from './c-literal.ts'
import { cppSdk } from './cpp.ts'
import { cppNaming } from './cpp-naming.ts'

const words = (text: string) => ({ zh: text, en: text })
const base = { need: 'optional', privacy: 'B' } as const
const text = (about = ''): Field => ({ ...base, kind: 'text', about: words(about) })

function headerOf(request: Fields, response: Fields = {}): string {
  const title = words('title')
  const api: DocumentedApi = {
    method: 'some.api',
    title,
    description: title,
    category: title,
    notice: false,
    served: null,
    request,
    response,
  }
  const files = cppSdk.generate(buildSdkModel([api], cppSdk.naming, '1.0.0'))
  return files.find(({ path }) => path === 'include/topgate/api/some.api.hpp')?.text ?? ''
}

describe('a literal of C', () => {
  it.each([
    ['plain 中文', '"plain 中文"'],
    ['a"b\\c\n', '"a\\"b\\\\c\\n"'],
    // A digit behind an escape belongs to the text, and ??/ would be a backslash.
    ['\u00011', '"\\0011"'],
    ['what??/', '"what\\?\\?/"'],
    ['\u202e', '"\\342\\200\\256"'],
  ])('holds %j', (value, literal) => {
    expect(cLiteral(value)).toBe(literal)
  })
})

describe('a name in C++', () => {
  it.each([
    ['tb_user_id', 'tb_user_id'],
    ['storeName', 'storeName'],
    ['a-b.c', 'a_b_c'],
    ['__line__', 'line'],
    // A member that begins with a capital could be named like its type.
    ['VoucherDTO', 'voucher_dto'],
  ])('is for the member %s %s', (wireName, name) => {
    expect(cppNaming.write(wireName, 'struct-member')).toBe(name)
  })

  it('is no keyword, no operator in words and no macro of a system header', () => {
    for (const name of ['class', 'xor', 'co_await', 'errno', 'linux', 'major']) {
      expect(cppNaming.isReserved(name, 'request-member')).toBe(true)
    }
    expect(headerOf({ class: text() })).toContain('std::optional<std::string> class_;')
  })

  it('of a type never begins with a digit', () => {
    expect(cppNaming.write('2fa_result', 'type')).toBe('T2faResult')
  })
})

describe('a comment', () => {
  it.each(['ends with a backslash \\', 'ends with a trigraph ??/'])(
    'that %s does not swallow the next line',
    (about) => {
      expect(headerOf({ a: text(about) })).toContain(`/// ${about}.\n`)
    },
  )

  it('stays on its line whatever stands in it', () => {
    expect(headerOf({ a: text('one\r\ntwo\u2028three\u202e') })).toContain('/// one two three\n')
  })
})
