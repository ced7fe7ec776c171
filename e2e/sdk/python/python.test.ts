import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogue, documentServed } from '@topgate/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runConformance } from '../testing/run-conformance.ts'
import { strangeApi } from '../testing/strange-api.ts'
import { writeSdk } from '../testing/write-sdk.ts'

const dir = mkdtempSync(join(tmpdir(), 'topgate-python-'))
const env = { PYTHONPATH: dir }

beforeAll(() => {
  writeSdk('python', [...catalogue.map(documentServed), strangeApi], dir)
})
afterAll(() => rmSync(dir, { recursive: true }))

describe('the Python SDK', () => {
  it('does in every scenario what every SDK has to do', async () => {
    const program = join(import.meta.dirname, 'conformance.py')
    expect(await runConformance(['python', program], { env, offersXml: false })).toEqual({})
  }, 60_000)
})
