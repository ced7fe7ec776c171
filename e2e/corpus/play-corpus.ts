import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Base } from './bases/base.ts'
import { findBase } from './bases/find-base.ts'
import { type Case, type Corpus, readLater, readOwnCorpus, readSharedCorpus } from './case.ts'
import { type Aftermath, CorpusServer } from './corpus-server.ts'
import { furtherPromises } from './further-promises.ts'
import { judge } from './judge.ts'
import { findLeak } from './leaks.ts'
import { heldBytes, residentBytes } from './memory.ts'
import { openDeviations } from './open-deviations.ts'
import { isTimed, missingFor, stageNameOf } from './play-case.ts'
import { shuffled } from './shuffled.ts'

const START_MS_MAX = 60_000
/** Nothing that is refused may keep the server busy; the cases that send hundreds are apart. */
const CASE_MS_MAX = 2_000
const MIB = 1024 * 1024
const GROWTH_BYTES_MAX = 50 * MIB
/** For the cases that take time, on a busy machine. */
const CASE_MS_LIMIT = 180_000

const seed = Number(process.env.TOPGATE_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Describes every case of both corpora, played against servers on one database. */
export function describeCorpus(urlOf?: (name: string) => Promise<string>): void {
  const own = readOwnCorpus()
  const shared = readSharedCorpus()

  describe('the cases of this project', () => {
    it('can all be played', () => {
      expect(laterCases(own)).toEqual({})
    })
    playAll(own, own.cases, urlOf)
  })

  describe('the shared cases', () => {
    it('lie beside the checkout in CI', () => {
      expect(shared !== undefined || process.env.CI === undefined).toBe(true)
    })
  })
  if (shared === undefined) return

  const later = laterCases(shared)
  const known = shared.cases.filter(({ id }) => !Object.values(later).flat().includes(id))
  // Nodes share a PostgreSQL.
  const playable = known.filter((item) => urlOf !== undefined || stageNameOf(item) !== 'nodes')
  describe('the shared cases', () => {
    it('can be played, but for those listed as later', () => {
      expect(later).toEqual(readLater())
    })
  })
  describe('the shared cases in order', () => playAll(shared, playable, urlOf))
  describe(`the shared cases shuffled with TOPGATE_TEST_SEED=${seed}`, () =>
    playAll(shared, shuffled(playable, seed), urlOf))
}

/** Ids of the cases that cannot be played, by what is missing. */
function laterCases(corpus: Corpus): Record<string, string[]> {
  const later: Record<string, string[]> = {}
  for (const item of corpus.cases) {
    const missing = missingFor(item, findBase(corpus, item))
    if (missing !== undefined) later[missing] = [...(later[missing] ?? []), item.id]
  }
  return later
}

let runs = 0

/** One server for all of them: what a case breaks, the next ones notice. */
function playAll(
  corpus: Corpus,
  cases: readonly Case[],
  urlOf?: (name: string) => Promise<string>,
): void {
  runs += 1
  const run = runs
  const server = new CorpusServer((stage) => urlOf?.(`corpus ${run} ${stage}`))
  let before = { held: 0, resident: 0 }
  beforeAll(async () => {
    await server.start()
    before = { held: heldBytes(), resident: residentBytes() }
  }, START_MS_MAX)
  afterAll(() => server.stop(), START_MS_MAX)

  it.for(cases)('$id: $description', { timeout: CASE_MS_LIMIT }, async (item) => {
    const base = findBase(corpus, item)
    if (base === undefined) throw new Error('nothing to play')
    const judgeIt = base.judge ?? judge
    const after = await server.play(item, base)
    const { last } = after.played
    if (item.id in openDeviations) {
      expect(judgeIt(item, last), 'answered right, so no deviation any more').toBeDefined()
    } else {
      expect(judgeIt(item, last)).toBeUndefined()
    }
    expectNoHarm(item, after, base)
    await furtherPromises[item.id]?.(after)

    const good = await server.play(goodCase(item), base, stageNameOf(item))
    expect(judgeIt(goodCase(item), good.played.last)).toBeUndefined()
    expect(good.troubles).toEqual([])
  })

  it(`grow the memory of the server by less than ${GROWTH_BYTES_MAX / MIB} MiB`, () => {
    const held = heldBytes() - before.held
    const resident = residentBytes() - before.resident
    console.log(
      `Held ${Math.round(held / MIB)} MiB more, resident ${Math.round(resident / MIB)} MiB`,
    )
    expect(held).toBeLessThan(GROWTH_BYTES_MAX)
  })
}

function expectNoHarm(item: Case, after: Aftermath, base: Base): void {
  const { last, tookMs } = after.played
  expect(after.troubles).toEqual([])
  const { shows, isSeveral = false } = base
  const bodies = last.answers.map(({ body }) => (shows ? body.replaceAll(shows, '') : body))
  expect(bodies.map(findLeak).filter(Boolean)).toEqual([])
  // Of several requests sent at once, one may have got through: the judge has said whether it may.
  const isMixed = item.outcome === 'http_error' && last.answers.some(({ status }) => status === 200)
  const isRefused = item.outcome !== 'accept' && !isSeveral && !isMixed && !isUnknown(item)
  if (isRefused) expect(after.grownLast).toEqual(new Map())
  const isQuick = last.answers.length < 2 && !isTimed(item) && !(item.id in openDeviations)
  if (isQuick) expect(tookMs - after.starvedMs).toBeLessThan(CASE_MS_MAX)
}

/** The caller was told that the outcome is unknown: it may take effect after the answer. */
function isUnknown({ expected_sub_code_prefix }: Case): boolean {
  return expected_sub_code_prefix === 'isp.remote-service-timeout'
}

/** The base request as it is, which must succeed whatever came before it. */
function goodCase({ id, layer, base }: Case): Case {
  return {
    id: `${id} and then`,
    layer,
    description: 'the next good request',
    base,
    mutation: { resign: true, ops: [] },
    outcome: 'accept',
    expected_http: 200,
    expected_code: null,
    expected_sub_code_prefix: null,
    note: '',
  }
}
