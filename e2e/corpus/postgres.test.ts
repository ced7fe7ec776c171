import { postgresUrls } from '@topgate/storage/testing'
import { describe } from 'vitest'
import { describeCorpus } from './play-corpus.ts'

describe('on PostgreSQL', () => describeCorpus(postgresUrls()))
