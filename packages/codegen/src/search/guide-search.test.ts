import { expect, it } from 'vitest'
import { say, section } from '../guides/guide.ts'
import { guides } from '../guides/index.ts'
import { createErrorSearch } from './error-search.ts'
import { createGuideSearch } from './guide-search.ts'

const searchGuides = createGuideSearch(guides)
const searchErrors = createErrorSearch()
const places = (query: string) =>
  searchGuides(query, 20).hits.map(({ item: { guide, section } }) =>
    section === null ? guide.name : `${guide.name} / ${section.title.en}`,
  )
const errors = (query: string) => searchErrors(query, 50).hits.map(({ item }) => item.id)

it.each([
  ['签名', 'signing'],
  ['SIGNING', 'signing'],
  ['qm', 'signing'],
  ['沙箱', 'sandbox'],
  ['幂等', 'idempotency'],
  ['宽松应用', 'sandbox / Lenient apps'],
  ['lenient apps', 'sandbox / Lenient apps'],
  ['PKCE', 'sessions / Step 1: ask the user'],
  ['X-Topgate-Dry-Run', 'errors / Dry run: checked, not stored'],
  ['createHmac', 'signing / In code'],
])('%s leads first to %s', (query, place) => {
  expect(places(query)[0]).toBe(place)
})

it('finds a guide once, and every word of the query in one place of it', () => {
  const found = searchGuides('topgate', 20).hits.map(({ item }) => item.guide)
  expect(new Set(found).size).toBe(found.length)
  expect(places('签名 openssl')).toEqual(['transports / Several calls in one request'])
  expect(places('PKCE gzip')).toEqual([])
})

it('shows the words around what was found, and halves no word', () => {
  const padding = 'a word or two more '.repeat(10)
  const text = { zh: '这里没有', en: `${padding}before it \`NEEDLE\` and behind it ${padding}` }
  const lead = { zh: '', en: '' }
  const guide = {
    name: 'one',
    title: lead,
    lead,
    sections: [section('节', 'S', say(text.zh, text.en))],
  }
  const [hit] = createGuideSearch([guide])('needle', 1).hits
  expect(hit?.excerpt.en).toMatch(
    /^…(?:a|or|two|word|more) .*before it NEEDLE and .*(?:a|or|two|word|more)…$/,
  )
  expect(hit?.excerpt.zh).toBe('这里没有')
})

it.each([
  ['25', 'invalid-signature'],
  ['Invalid signature', 'invalid-signature'],
  ['session-expired', 'expired-session'],
])('the error %s leads first to %s', (query, id) => {
  expect(errors(query)[0]).toBe(id)
})

it('a number is found whole and a Latin word from its beginning', () => {
  expect(errors('25')).toEqual(['invalid-signature', 'signature-collision'])
  expect(places('opgate')).toEqual([])
  expect(places('topgat')).not.toEqual([])
})

it('the exact code stands before texts that only contain it', () => {
  expect(searchErrors('7', 50).hits[0]).toMatchObject({ score: 0, item: { code: '7' } })
  expect(errors('isv.').length).toBeGreaterThan(5)
})

it.each(['', '   ', 'x'.repeat(100_000), '<script>', '\u0000', '没有这样的东西'])(
  'a query of %j finds nothing and does no harm',
  (query) => {
    expect(searchGuides(query, 20)).toEqual({ total: 0, hits: [] })
    expect(searchErrors(query, 20)).toEqual({ total: 0, hits: [] })
  },
)

it('gives the best few and says how many there are', () => {
  const { total, hits } = searchGuides('topgate', 2)
  expect(hits).toHaveLength(2)
  expect(total).toBeGreaterThan(2)
})
