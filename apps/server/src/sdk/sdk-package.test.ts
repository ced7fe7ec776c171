import { hash } from 'node:crypto'
import { sdkLanguages } from '@topgate/codegen'
import { catalogue, documentServed } from '@topgate/contracts'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, it } from 'vitest'
import { createSdkPackage, zipSdk } from './sdk-package.ts'

const zone = process.env.TZ
afterEach(() => {
  process.env.TZ = zone
})

const apis = catalogue.map(documentServed)

it.each(sdkLanguages)(
  'the archive for $title is the same bytes wherever it is packed',
  (language) => {
    const digests = ['Asia/Shanghai', 'America/New_York'].map((timeZone) => {
      process.env.TZ = timeZone
      return hash('sha256', zipSdk(createSdkPackage(language, apis)), 'hex')
    })
    expect(digests[1]).toBe(digests[0])
  },
)

it.each(sdkLanguages)('the archive for $title holds every file in one folder', (language) => {
  const made = createSdkPackage(language, apis)
  const unpacked = Object.entries(unzipSync(zipSdk(made)))
  expect(unpacked.map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual(
    made.files.map(({ path, text }) => [`${made.name}/${path}`, text]),
  )
})

it('the scripts in an archive can be run', () => {
  const made = {
    name: 'a',
    files: [{ path: 'b.sh', text: '#!/bin/sh', isExecutable: true }],
  } as const
  const zip = Buffer.from(zipSdk(made))
  const entry = zip.indexOf('PK\u0001\u0002')
  expect(zip.readUInt32LE(entry + 38) >>> 16).toBe(0o100_755)
})
