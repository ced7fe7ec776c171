import { sampleLanguages, sdkLanguages, verifiedDay } from '@topgate/codegen'
import { catalogue, documentServed, readTopDescription } from '@topgate/contracts'
import { createSdkPackage, writeImportedApis, zipSdk } from '@topgate/server'
import { describe, expect, it } from 'vitest'
import { sandboxDuring } from '../testing/start-server.ts'

const server = sandboxDuring()
const get = (path: string) => fetch(server().url + path)
const served = catalogue.map(documentServed)
const file = { name: 'img', type: 'byte[]' }

function imported(name: string, requestParams: object[]) {
  const { api } = readTopDescription({ name, requestParams })
  if (api === undefined) throw new Error('not read')
  return api
}

const plain = imported('some.plain.api', [{ name: 'id', type: 'Number' }])
const rows = { name: 'rows', type: 'Row[]', subParams: [file] }
const impossible = imported('some.impossible.api', [rows])

describe('the page of SDKs', () => {
  it.each(['/sdk', '/sdk?lang=en'])('%s leads to the archive of every language', async (path) => {
    const page = await (await get(path)).text()
    for (const { name, title } of sdkLanguages) {
      expect(page).toContain(`<th scope="row">${title}</th>`)
      expect(page).toContain(`href="/sdk/${name}.zip"`)
    }
  })

  it('is one click away from every page', async () => {
    expect(await (await get('/docs')).text()).toMatch(/<a href="\/sdk">SDK<\/a>/)
  })
})

describe('the page of an API', () => {
  it('says when the sample of each language last ran', async () => {
    const page = await (await get('/docs/api/alibaba.charity.useraction.sync')).text()
    const days = Array.from(page.matchAll(/最近一次验证：(\d{4}-\d\d-\d\d)/g), ([, day]) => day)
    expect(days).toEqual(sampleLanguages.map(verifiedDay))
  })

  it('says nothing of the kind of an API that cannot be called here', async () => {
    writeImportedApis(server().dataDir, [plain])
    const path = `/docs/api/${plain.method}`
    await expect.poll(async () => (await get(path)).status, { timeout: 10_000 }).toBe(200)
    expect(await (await get(path)).text()).not.toContain('最近一次验证')
  })
})

describe('an archive', () => {
  it.each(sdkLanguages)('for $title is what the command line writes', async (language) => {
    const response = await get(`/sdk/${language.name}.zip`)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.equals(zipSdk(createSdkPackage(language, served)))).toBe(true)
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="topgate-/)
  })

  it('for one API has this API alone, of imported ones too', async () => {
    writeImportedApis(server().dataDir, [plain])
    const methods = ['taobao.time.get', plain.method]
    const [java] = sdkLanguages
    if (java === undefined) throw new Error('no language')
    for (const method of methods) {
      const api = served.find((each) => each.method === method) ?? plain
      const path = `/sdk/${java.name}.zip?api=${method}`
      await expect.poll(async () => (await get(path)).status, { timeout: 10_000 }).toBe(200)
      const bytes = Buffer.from(await (await get(path)).arrayBuffer())
      expect(bytes.equals(zipSdk(createSdkPackage(java, [api])))).toBe(true)
    }
  })

  it('is linked from the page of each API', async () => {
    const page = await (await get('/docs/api/taobao.time.get')).text()
    for (const { name } of sdkLanguages) {
      expect(page).toContain(`href="/sdk/${name}.zip?api=taobao.time.get"`)
    }
  })

  it('that cannot be made is refused with the field and the reason, in both languages', async () => {
    writeImportedApis(server().dataDir, [impossible])
    const path = `/sdk/java.zip?api=${impossible.method}`
    await expect.poll(async () => (await get(path)).status, { timeout: 10_000 }).toBe(422)
    const text = await (await get(path)).text()
    expect(text).toContain('无法为此 API 生成 Java SDK：some.impossible.api request.rows.img')
    expect(text).toContain('a file travels as a part of its own')
  })

  it.each(['/sdk/cobol.zip', '/sdk/java.zip?api=no.such.api', '/sdk/java'])(
    '%s is nothing',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toContain('text/html')
    },
  )
})
