import { flag, int64, list, optional, struct, text } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { assembleParameters } from './assemble-parameters.ts'
import { UsageError } from './exit-codes.ts'

const fields = {
  dto: struct(
    'ActionDto',
    '动作',
    { en: 'Action' },
    {
      event_id: text('动作ID', { en: 'Id' }),
      user_id: optional(int64('用户', { en: 'User' })),
      forced: optional(flag('强制', { en: 'Forced' })),
      tags: optional(list('标签', { en: 'Tags' }, text('标签', { en: 'Tag' }))),
      place: optional(
        struct('Place', '地点', { en: 'Place' }, { city: text('城市', { en: 'City' }) }),
      ),
    },
  ),
  note: optional(text('备注', { en: 'Note' })),
}

function assembled(...given: readonly string[]): Record<string, string> {
  return Object.fromEntries(assembleParameters(fields, given.map(pair)))
}

function pair(text: string) {
  const at = text.indexOf('=')
  return { name: text.slice(0, at), value: text.slice(at + 1) }
}

describe('the parameters of a call', () => {
  it('hold members as JSON of their kind, integers with all digits', () => {
    expect(
      assembled(
        'dto.event_id=12',
        'dto.user_id=9223372036854775807',
        'dto.forced=true',
        'dto.tags=["a","b"]',
        'dto.place.city=杭州',
      ),
    ).toEqual({
      dto: '{"event_id":"12","user_id":9223372036854775807,"forced":true,"tags":["a","b"],"place":{"city":"杭州"}}',
    })
  })

  it('are sent exactly as given when no member is set', () => {
    expect(assembled('dto={ "event_id" : 1 }', 'note= a b ')).toEqual({
      dto: '{ "event_id" : 1 }',
      note: ' a b ',
    })
  })

  it('take members into a struct that is given whole, in either order', () => {
    const expected = { dto: '{"event_id":"2","user_id":5}' }
    expect(assembled('dto={"event_id":"1","user_id":5}', 'dto.event_id=2')).toEqual(expected)
    expect(assembled('dto.event_id=2', 'dto={"event_id":"1","user_id":5}')).toEqual(expected)
  })

  it('leave out a member with an empty value', () => {
    expect(assembled('dto={"event_id":"1","user_id":5}', 'dto.user_id=')).toEqual({
      dto: '{"event_id":"1"}',
    })
  })

  it('keep a dotted name as it is unless it leads into a struct', () => {
    expect(assembled('note.x=1', 'other.y=2')).toEqual({ 'note.x': '1', 'other.y': '2' })
  })

  it.each([
    [['dto.evnt_id=1'], 'has no member evnt_id; did you mean event_id?'],
    [['dto.user_id=1.0'], 'must be an integer'],
    [['dto.user_id=01'], 'must be an integer'],
    [['dto.forced=TRUE'], 'must be true or false'],
    [['dto.tags=a'], 'must be JSON text'],
    [['dto.event_id.x=1'], 'event_id has no members'],
    [['dto={', 'dto.event_id=1'], 'dto is not JSON'],
    [['dto=[]', 'dto.event_id=1'], 'dto must be a JSON object'],
    [['note=1', 'note=2'], 'note is given twice'],
  ])('are refused for %j: %s', (given, message) => {
    const assemble = () => assembled(...given)
    expect(assemble).toThrow(UsageError)
    expect(assemble).toThrow(message)
  })
})
