import { createConfig, lintFromString } from '@redocly/openapi-core'
import { requestRows, responseRows } from '@topgate/codegen'
import { type ContractJson, catalogue, contractFromJson, documentServed } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { sandboxDuring } from '../testing/start-server.ts'

const server = sandboxDuring()
const get = async (path: string) => (await fetch(server().url + path)).text()

describe.each(catalogue.map((api) => [api.method, api] as const))('%s', (method, api) => {
  it.each(['zh', 'en'] as const)('has a Markdown twin with every field (%s)', async (language) => {
    const text = await get(`/docs/api/${method}.md?lang=${language}`)
    const lines = text.split('\n')
    const document = documentServed(api)
    for (const { path, type, about } of [...requestRows(document), ...responseRows(document)]) {
      const row = lines.find((line) => line.startsWith(`| \`${path}\` | ${type} |`))
      expect(row, path).toContain(about[language].replaceAll('|', '\\|'))
    }
    for (const { code, remedy } of api.errors) {
      expect(lines.some((line) => line.includes(code) && line.includes(remedy[language]))).toBe(
        true,
      )
    }
  })

  it('has its contract as JSON, exact to the last digit', async () => {
    const json = JSON.parse(await get(`/docs/api/${method}.json`)) as ContractJson
    expect(contractFromJson(json)).toEqual(api)
  })

  it('is one of the forms of the OpenAPI document, told apart by its method', async () => {
    const { components } = JSON.parse(await get('/openapi.json'))
    const forms: { properties: { method: { const: string } } }[] = Object.entries(
      components.schemas,
    ).flatMap(([name, schema]) => (name.endsWith('Request') ? [schema] : []) as never[])
    const own = forms.filter(({ properties }) => properties.method.const === method)
    expect(own).toHaveLength(1)
    expect(Object.keys(own[0]?.properties ?? {})).toEqual(
      expect.arrayContaining(Object.keys(api.request)),
    )
  })
})

it('the OpenAPI document is valid', async () => {
  const config = await createConfig({
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'no-undefined-server-variable': 'error',
      'operation-operationId-unique': 'error',
      'no-invalid-media-type-examples': 'error',
      'no-invalid-schema-examples': 'error',
      'no-enum-type-mismatch': 'error',
    },
  })
  const text = await get('/openapi.json')
  const problems = await lintFromString({ source: text, config })
  expect(problems.map(({ message }) => message)).toEqual([])
  const broken = text.replace('"oneOf"', '"oneOff": 1, "type"')
  expect(await lintFromString({ source: broken, config })).not.toEqual([])
})

it('llms.txt names every API and leads to pages that exist', async () => {
  const text = await get('/llms.txt')
  for (const { method } of catalogue) expect(text).toContain(`[${method}](/docs/api/${method}.md`)
  const links = [...text.matchAll(/\]\((\/[^)]+)\)/g)].map(([, path]) => path ?? '')
  for (const path of links) expect((await fetch(server().url + path)).status, path).toBe(200)
})
