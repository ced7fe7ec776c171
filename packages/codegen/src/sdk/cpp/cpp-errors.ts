import type { SdkError } from '../model.ts'
import { CodeWriter } from '../writer.ts'
import { cLiteral } from './c-literal.ts'

const kinds = {
  never: 'never',
  'same-request': 'same_request',
  'new-session': 'new_session',
  later: 'later',
} as const

/** One row of a table of `KnownError`. */
export function errorRow({ where, code, subCode, about, remedy, retry }: SdkError): string {
  const words = [about, remedy].map(({ zh, en }) => `{${cLiteral(zh)}, ${cLiteral(en)}}`)
  const place = `${where === 'answer'}, ${cLiteral(code)}, ${cLiteral(subCode ?? '')}`
  return `{${place}, ${words.join(', ')}, Retry::Kind::${kinds[retry]}},`
}

/** The source with the errors of the platform. */
export function cppPlatformErrors(errors: readonly SdkError[]): string {
  const writer = new CodeWriter('  ')
  writer.lines(['#include <iterator>', '', '#include "topgate/known_error.hpp"', ''])
  writer.line('namespace topgate {').line()
  writer.block('KnownErrors platform_errors() noexcept {', () => {
    writer.block(
      'static constexpr KnownError errors[] = {',
      () => writer.lines(errors.map(errorRow)),
      '};',
    )
    writer.line('return {errors, std::size(errors)};')
  })
  return writer.lines(['', '}  // namespace topgate']).text()
}
