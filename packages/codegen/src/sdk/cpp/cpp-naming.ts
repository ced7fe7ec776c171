import { pascalCase } from '../../names.ts'
import { type Naming, snakeCase } from '../naming.ts'

/**
 * Members keep the name of the wire. Types begin with a capital and members never do, so that a
 * member `Result` of a type `Result` is no error.
 */
export const cppNaming: Naming = {
  write(wireName, scope) {
    if (scope === 'api' || scope === 'type') return pascalCase(wireName).replace(/^[0-9]/, 'T$&')
    const name = wireName.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
    return /^[A-Z]/.test(name) ? snakeCase(name) : name
  },
  isReserved: (name) => reserved.has(name),
  digitPrefix: '_',
  memberCaseCounts: true,
  structsLiveIn: 'class',
}

const keywords =
  'alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t ' +
  'char32_t class co_await co_return co_yield compl concept const const_cast consteval constexpr ' +
  'constinit continue decltype default delete do double dynamic_cast else enum explicit export ' +
  'extern false float for friend goto if inline int long mutable namespace new noexcept not ' +
  'not_eq nullptr operator or or_eq private protected public register reinterpret_cast requires ' +
  'return short signed sizeof static static_assert static_cast struct switch template this ' +
  'thread_local throw true try typedef typeid typename union unsigned using virtual void volatile ' +
  'wchar_t while xor xor_eq'

/** Lower-case macros that headers of common systems define. */
const macros =
  'assert errno far i386 interface linux major makedev max min minor near offsetof setjmp small ' +
  'stderr stdin stdout unix va_arg va_copy va_end va_start'

const reserved = new Set(`${keywords} ${macros}`.split(' '))
