import { catalogue, documentServed } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { createSearch } from './search.ts'
import { searchEntry } from './search-entry.ts'

const search = createSearch(catalogue.map((api) => searchEntry(documentServed(api))))
const charity = 'alibaba.charity.useraction.sync'
const found = (query: string) => search(query, 20).hits.map(({ api }) => api.method)

it.each(['公益', 'event_id', 'isv.', 'gy', 'yhgy', 'CHARITY', '三小时', '404', charity])(
  '%s finds the charity API',
  (query) => {
    expect(found(query)).toContain(charity)
  },
)

it('the exact field or method stands before what only contains it', () => {
  expect(found(charity)[0]).toBe(charity)
  expect(search('event_id', 20).hits[0]).toMatchObject({ foundIn: 'field', found: 'event_id' })
  expect(found('charity_hours')).toEqual([charity])
})

it('every word has to be found, in whatever place', () => {
  expect(found('公益 event_id')).toEqual([charity])
  expect(found('公益 rs_type')).toEqual([])
})

it.each(['', '   ', 'x'.repeat(100_000), '<script>', '.*', '\u0000', '没有这样的东西'])(
  'a query of %j finds nothing and does no harm',
  (query) => {
    expect(search(query, 20)).toEqual({ total: 0, hits: [] })
  },
)

it('gives the best few and says how many there are', () => {
  const { total, hits } = search('a', 2)
  expect(hits).toHaveLength(2)
  expect(total).toBe(catalogue.length)
})
