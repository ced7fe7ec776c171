import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, readConfig, startServer } from '@topgate/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Random } from '../crash/random.ts'
import { boundaryMoves, mutationsOf } from './mutations.ts'
import { effectiveRequest, formOf, openRequest, type Params, sameCall } from './signed-request.ts'
import { post, type Told } from './wire.ts'

const isNightly = process.env.TOPGATE_TEST_NIGHTLY === '1'
const REQUESTS = isNightly ? 20_000 : 400
const COLLISION_REQUESTS = isNightly ? 5_000 : 100
const MOVES_MAX = 40
const TIMEOUT_MS = isNightly ? 60 * 60_000 : 120_000
const seed = Number(process.env.TOPGATE_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Refused before anything behind the signature saw the call. */
const refusals: ReadonlySet<Told> = new Set([
  ...[21, 22, 23, 24, 25, 28, 29, 30, 31, 32, 33, 34, 43, 47],
])

const dataDir = mkdtempSync(join(tmpdir(), 'topgate-signatures-'))
let server: RunningServer

beforeAll(async () => {
  const flags = {
    'data-dir': dataDir,
    port: '0',
    'admin-port': '0',
    'source-refusals-max': '1000000',
  }
  server = await startServer(readConfig(flags, {}), {
    log: { call() {}, report() {}, fatal() {} },
    // What the machine does beside the test is no load of the calls.
    adaptPorts: (ports) => ({
      ...ports,
      load: { level: 'green', isClosed: false, admits: () => true },
    }),
  })
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

function bodyOf(params: Params): Buffer {
  return Buffer.from(formOf(params))
}

it(`no single change of a signed request gets through (${REQUESTS} requests, seed ${seed})`, {
  timeout: TIMEOUT_MS,
}, async () => {
  const random = new Random(seed)
  let refused = 0
  let harmless = 0
  for (let number = 0; number < REQUESTS; number += 1) {
    const isOpen = number % 2 === 0
    const params = isOpen
      ? openRequest(random, Date.now())
      : effectiveRequest(random, Date.now(), number)
    const mutations = mutationsOf(params, random)
    const [honest, ...told] = await post(server.url, [
      bodyOf(params),
      ...mutations.map(({ body }) => body),
    ])
    expect(honest, `the request itself, ${formOf(params)}`).toBe('success')
    told.forEach((answer, at) => {
      const { name, body } = mutations[at] ?? { name: '', body: Buffer.of() }
      const read = new Map(new URLSearchParams(body.toString('latin1')))
      const isSame = sameCall(readStrictly(body) ?? read, params)
      if (refusals.has(answer)) refused += 1
      else harmless += 1
      expect(
        refusals.has(answer) || isSame,
        `${name} of ${formOf(params)} was told ${answer}: ${body.toString('latin1')}`,
      ).toBe(true)
    })
  }
  console.log(`${refused} changed requests were refused, ${harmless} read as before`)
})

it(`no other reading of a signed text gets through (${COLLISION_REQUESTS} requests, seed ${seed})`, {
  timeout: TIMEOUT_MS,
}, async () => {
  const random = new Random(seed + 1)
  let moved = 0
  for (let number = 0; number < COLLISION_REQUESTS; number += 1) {
    const params = effectiveRequest(random, Date.now(), 1_000_000 + number)
    const moves = boundaryMoves(params, random, MOVES_MAX).filter((move) => !sameCall(move, params))
    moved += moves.length
    const isSeen = number % 2 === 0
    if (isSeen) expect(await post(server.url, [bodyOf(params)])).toEqual(['success'])
    const told = await post(server.url, moves.map(bodyOf))
    told.forEach((answer, at) => {
      const move = moves[at] ?? new Map()
      const about = `${formOf(move)} for ${formOf(params)} was told ${answer}`
      // Not seen before, it may get as far as the grammar of a value, and no further.
      if (isSeen) expect(refusals.has(answer), about).toBe(true)
      else expect(answer, about).not.toBe('success')
    })
    // What others tried with its signature shuts out no honest call.
    expect(await post(server.url, [bodyOf(params)])).toEqual(['success'])
  }
  console.log(`${moved} other readings were refused`)
})

/** A reader of our own: undefined for what two readers could read differently. */
function readStrictly(body: Buffer): Params | undefined {
  const params = new Map<string, string>()
  try {
    for (const pair of body.toString('latin1').split('&')) {
      if (pair === '') continue
      const [name = '', ...rest] = pair.split('=')
      const [key, value] = [name, rest.join('=')].map(decode)
      if (key === undefined || value === undefined) return undefined
      if (params.has(key) && params.get(key) !== value) return undefined
      params.set(key, value)
    }
    return params
  } catch {
    return undefined
  }
}

function decode(text: string): string {
  const escaped = Buffer.from(text, 'latin1')
  return decodeURIComponent(escaped.toString('utf8').replaceAll('+', ' '))
}
