import { followupSend, investDataBackFlow, userActionSync } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { findParameterTroubles } from './check-parameters.ts'

function troublesOf(parameters: Record<string, string>) {
  return findParameterTroubles(userActionSync, new Map(Object.entries(parameters)))
}

const complete =
  '{"activity_id":1,"event_id":"E1","charity_timestamp":"2019-08-08 12:00:00","tb_user_id":1}'

it('finds nothing in a complete call, public parameters included', () => {
  expect(troublesOf({ channel_user_action_dto: complete, session: 's', v: '2.0' })).toEqual([])
})

it('names every required member that is absent, null or empty, with its example', () => {
  const dto = '{"activity_id":null,"event_id":"","third_user_key":"k"}'
  expect(troublesOf({ channel_user_action_dto: dto })).toEqual([
    'channel_user_action_dto.activity_id is required (for example 12345)',
    'channel_user_action_dto.event_id is required (for example UNI_9901)',
    'channel_user_action_dto.charity_timestamp is required (for example 2019-08-08 12:00:00)',
  ])
})

it('tells when none of the members is there of which one is needed', () => {
  const dto = complete.replace(',"tb_user_id":1', '')
  expect(troublesOf({ channel_user_action_dto: dto })).toEqual([
    'channel_user_action_dto needs at least one of tb_user_id, third_user_key',
  ])
})

it('names a parameter that the API does not have and the one that was meant', () => {
  expect(troublesOf({ channel_user_action_dto: complete, channel_user_action_dt: '1' })).toEqual([
    'alibaba.charity.useraction.sync has no parameter channel_user_action_dt; ' +
      'did you mean channel_user_action_dto?',
  ])
})

it.each([
  ['{', 'channel_user_action_dto is not JSON: member name expected at 1'],
  ['[]', 'channel_user_action_dto must be a JSON object'],
])('tells that %s is no struct', (dto, trouble) => {
  expect(troublesOf({ channel_user_action_dto: dto })).toEqual([trouble])
})

it('names a struct that is missing as a whole, without its members', () => {
  expect(findParameterTroubles(investDataBackFlow, new Map())).toEqual(['req is required'])
  expect(findParameterTroubles(followupSend, new Map())).toEqual(['request1 is required'])
})
