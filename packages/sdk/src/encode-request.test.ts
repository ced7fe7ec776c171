import { describe, expect, it } from 'vitest'
import type { Shapes } from './api-table.ts'
import { encodeRequest } from './encode-request.ts'
import { TopInputError } from './errors.ts'

const shapes: Shapes = {
  id: { kind: 'int64', required: true },
  event_id: { kind: 'text' },
  when: { kind: 'moment' },
  price: { kind: 'decimal' },
  small: { kind: 'byte' },
  flag: { kind: 'flag' },
  tags: { kind: 'list', item: { kind: 'text' } },
  row: { kind: 'struct', fields: { id: { kind: 'int64', required: true } } },
  any: { kind: 'any' },
  file: { kind: 'bytes' },
}

function refusalOf(request: unknown): unknown {
  try {
    return encodeRequest('some.api', shapes, request)
  } catch (error) {
    return error instanceof TopInputError ? [error.field, error.message] : error
  }
}

const cycle: unknown[] = []
cycle.push(cycle)

describe('a request', () => {
  it.each([
    [{}, 'id', 'the field is required'],
    [{ id: 1, evnt_id: 'x' }, 'evnt_id', 'there is no such field; did you mean event_id?'],
    [{ id: 2 ** 53 }, 'id', 'this number is not exact; write a bigint, such as 12345n'],
    [{ id: 2n ** 63n }, 'id', 'a 64-bit integer is needed'],
    [{ id: '1' }, 'id', 'a 64-bit integer is needed'],
    [{ id: 1, event_id: 7 }, 'event_id', 'a text is needed'],
    [{ id: 1, event_id: '\ud800' }, 'event_id', 'a text is needed'],
    [{ id: 1, when: '2023-02-29 00:00:00' }, 'when', 'a Date, or Beijing time as'],
    [{ id: 1, when: new Date(Number.NaN) }, 'when', 'a Date, or Beijing time as'],
    [{ id: 1, price: 12.5 }, 'price', 'a decimal as text is needed'],
    [{ id: 1, small: 1.5 }, 'small', 'an integer is needed'],
    [{ id: 1, flag: 'true' }, 'flag', 'true or false is needed'],
    [{ id: 1, tags: 'a' }, 'tags', 'an array is needed'],
    [{ id: 1, tags: ['a', 'b,c'] }, 'tags.1', 'a comma parts the items of this list'],
    [{ id: 1, row: {} }, 'row.id', 'the field is required'],
    [{ id: 1, row: [] }, 'row', 'an object of its fields is needed'],
    [{ id: 1, any: cycle }, 'any', 'nested too deeply'],
    [{ id: 1, any: () => 1 }, 'any', 'a JSON value is needed'],
    [{ id: 1, file: { name: 'a"b', data: new Uint8Array() } }, 'file', 'a bad file name'],
    [{ id: 1, file: 'a.png' }, 'file', 'a file is needed'],
    [null, '', 'an object of its fields is needed'],
  ])('%o is refused at %s: %s', (request, field, problem) => {
    expect(refusalOf(request)).toEqual([field, expect.stringContaining(problem)])
  })

  it('keeps every digit at both ends of 64 bits', () => {
    const ends = [2n ** 63n - 1n, -(2n ** 63n)]
    const sent = ends.map((id) => encodeRequest('m', shapes, { id, row: { id } }).parameters)
    expect(sent).toEqual(ends.map((id) => ({ id: `${id}`, row: `{"id":${id}}` })))
  })

  it('is refused without the value in the message', () => {
    const error = refusalOf({ id: 1, event_id: { phone: '13800138000' } })
    expect(JSON.stringify(error)).not.toContain('13800138000')
  })
})
