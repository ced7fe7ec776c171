import { catalogue, documentServed } from '@topgate/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runConformance } from '../testing/run-conformance.ts'
import { strangeApi } from '../testing/strange-api.ts'
import { javaOptions, javaProject } from './java-project.ts'

const COMPILE_MS_MAX = 120_000
const RUN_MS_MAX = 120_000

describe('the Java SDK', () => {
  const apis = [...catalogue.map(documentServed), strangeApi]
  const project = javaProject(apis)

  beforeAll(() => project.compile(), COMPILE_MS_MAX)
  afterAll(() => project.remove())

  it(
    'does in every scenario what all SDKs do',
    async () => {
      const java = ['java', ...javaOptions(project.classesDir), 'Conformance'] as const
      expect(await runConformance(java, { offersXml: true })).toEqual({})
    },
    RUN_MS_MAX,
  )
})
