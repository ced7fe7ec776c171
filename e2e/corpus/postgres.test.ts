import { postgresUrls } from '@topgate/storage/testing'
import { describe } from 'vitest'
import { describeCorpus } from './play-corpus.ts'

describe('on PostgreSQL', () => {
  const urlOf = postgresUrls()
  let schemas = 0
  describeCorpus(() => {
    schemas += 1
    return urlOf(`corpus ${schemas}`)
  })
})
