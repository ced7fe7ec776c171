import { describeCorpus } from './play-corpus.ts'

describeCorpus(() => undefined)
