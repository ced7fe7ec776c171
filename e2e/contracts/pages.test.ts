import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { catalogue, platformErrors } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { type PageText, pageTextOf, type Row } from './page-text.ts'
import pages from './pages.json' with { type: 'json' }
import { readPage } from './read-page.ts'

const documented = catalogue.filter(({ apiId }) => apiId !== undefined)

/** What was compared with the page, as one number: it changes only together with the page. */
function fingerprint(page: PageText): string {
  return createHash('sha256').update(JSON.stringify(page)).digest('hex').slice(0, 16)
}

it.each(documented.map((api) => [api.method, api] as const))(
  '%s is still what was compared with its page',
  (method, api) => {
    expect({ [method]: fingerprint(pageTextOf(api)) }).toEqual({
      [method]: (pages as Record<string, string>)[method],
    })
  },
)

it('has the exception sample of all five pages', () => {
  const { code, msg, subCode, cause } = platformErrors['invalid-parameter']
  expect([code, msg, subCode, cause.zh]).toEqual([
    50,
    'Remote service error',
    'isv.invalid-parameter',
    '非法参数',
  ])
})

const folder = new URL('../../../shared/seeds/', import.meta.url)
const given = existsSync(folder)

// The pages are not ours to copy. Where they lie beside the project, and always in CI, each cell is
// compared; elsewhere the fingerprints above stand for that comparison.
if (given || process.env.CI !== undefined) {
  describe('the documented pages', () => {
    const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))

    it('are five', () => {
      expect(texts).toHaveLength(5)
      expect(documented).toHaveLength(5)
    })

    it.each(documented.map((api) => [api.method, api] as const))(
      '%s equals its page cell for cell',
      (method, api) => {
        const ours = pageTextOf(api)
        const text = texts.find((page) => page.includes(`${ours.xmlSample.slice(1).split('>')[0]}`))
        if (text === undefined) throw new Error(`no page for ${method}`)
        const page = readPage(text)
        if (page.title === '') {
          // One page lost its title and the rows inside its structs; the XML sample has them.
          expect(ours.description).toBe(page.description)
          expect(ours.request).toEqual(page.request)
          expect(topRows(ours.response)).toEqual(page.response)
        } else {
          const { xmlSample: _xml, javaSets: _java, ...cells } = page
          expect(ours).toMatchObject(cells)
        }
        expect(ours.xmlSample).toBe(page.xmlSample)
        expect(ours.javaSets).toEqual(page.javaSets)
      },
    )
  })
}

function topRows(rows: readonly Row[]): Row[] {
  return rows.filter(({ depth }) => depth === 0)
}
