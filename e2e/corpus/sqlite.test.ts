import { describe } from 'vitest'
import { describeCorpus } from './play-corpus.ts'

describe('on SQLite', () => describeCorpus())
