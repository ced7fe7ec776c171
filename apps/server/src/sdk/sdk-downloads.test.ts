import { SdkRefusal, sdkLanguages } from '@topgate/codegen'
import { documentServed, readTopDescription, timeGet } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { SdkDownloads } from './sdk-downloads.ts'

const [java] = sdkLanguages
if (java === undefined) throw new Error('no language')
const REST_MS = 1
const WAITING_MAX = 8
const time = documentServed(timeGet)

function imported(type: string) {
  const requestParams = [{ name: 'rows', type: 'Row[]', subParams: [{ name: 'x', type }] }]
  const { api } = readTopDescription({ name: 'some.api', requestParams })
  if (api === undefined) throw new Error('not read')
  return api
}

it('an archive of what is served is packed once', async () => {
  const downloads = new SdkDownloads(REST_MS)
  const [first, second] = await Promise.all([downloads.get(java, time), downloads.get(java, time)])
  expect(second).toBe(first)
  expect(await downloads.get(java, time)).toBe(first)
})

it('one of an imported API, which may change, is packed each time', async () => {
  const downloads = new SdkDownloads(REST_MS)
  const first = await downloads.get(java, imported('String'))
  const second = await downloads.get(java, imported('Number'))
  expect(first).not.toEqual(second)
})

it('no more wait in line than there is room for, and the line moves on after a refusal', async () => {
  const downloads = new SdkDownloads(REST_MS)
  const impossible = imported('byte[]')
  const answers = await Promise.all(
    Array.from({ length: WAITING_MAX + 2 }, () => downloads.get(java, impossible)),
  )
  expect(answers.filter((answer) => answer === 'busy')).toHaveLength(2)
  expect(answers.filter((answer) => answer instanceof SdkRefusal)).toHaveLength(WAITING_MAX)
  expect(await downloads.get(java, time)).toMatchObject({ bytes: expect.any(Uint8Array) })
})
