import { expect, it } from 'vitest'
import { flagsOf } from './action-flags.ts'
import { actionCall, at, plainAction, sampleAction } from './charity-testing.ts'

const happened = BigInt(at('2022-09-05 09:00:00'))

it.each([
  [{}, ''],
  [{ timestamp_long: happened }, ''],
  [{ timestamp_long: happened + 1000n }, ''],
  [{ timestamp_long: happened - 1000n }, ''],
  [{ timestamp_long: happened + 1001n }, 'TS_MISMATCH'],
  [{ timestamp_long: happened - 1001n }, 'TS_MISMATCH'],
  [{ timestamp_long: 1_000_000_000_000n }, 'TS_MISMATCH'],
  [{ timestamp_long: 999_999_999_999n }, 'TS_NOT_MS'],
  [{ timestamp_long: -1n }, 'TS_NOT_MS'],
  [{ version: '1' }, ''],
  [{ version: '2' }, ''],
  [{ version: '' }, ''],
  [{ version: 'two' }, 'UNKNOWN_VERSION'],
  [{ version: '1', tb_user_id: undefined, third_user_key: 'k' }, 'VERSION_WITHOUT_KEY'],
  [{ feeling: '善'.repeat(500) }, ''],
  [{ feeling: '善'.repeat(501) }, 'LONG_FEELING'],
  [{ feeling: '😊'.repeat(500) }, ''],
  [{ version: '3', feeling: '😊'.repeat(501) }, 'UNKNOWN_VERSION,LONG_FEELING'],
])('flags case %#', (changes, flags) => {
  expect(flagsOf(actionCall({ ...plainAction, ...changes }), false)).toBe(flags)
})

it('flags the number of the documented sample, which is no time of this century', () => {
  expect(flagsOf(actionCall(sampleAction), false)).toBe('TS_NOT_MS')
})

it('flags what was reported after the end of the activity', () => {
  expect(flagsOf(actionCall(plainAction), true)).toBe('LATE')
})

it('flags a form that only a lenient app may break', () => {
  const call = { ...actionCall(plainAction), forgiven: ['grammar:x.event_id'] as const }
  expect(flagsOf(call, false)).toBe('GRAMMAR')
})
