import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { platformErrors } from '@topgate/contracts'
import { type RunningServer, readConfig, startServer } from '@topgate/server'
import { postgresUrls } from '@topgate/storage/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTransaction } from '../crash/builds/change-database.ts'
import { charity } from '../testing/samples.ts'
import { whyOf } from './cli-why.ts'
import { type Answered, sendChanged, without } from './sender.ts'

const log = { call() {}, report() {}, fatal() {} }
const START_MS_MAX = 60_000

type Name = 'source-call-limited' | 'service-unavailable' | 'service-timeout'

function expectAnswer(name: Name, answer: Answered): void {
  const { code, subCode } = platformErrors[name]
  expect(answer, answer.body).toMatchObject({ code, subCode })
}

describe('a source that fails too often', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'topgate-why-'))
  let server: RunningServer
  beforeAll(async () => {
    const flags = { port: '0', 'admin-port': '0', 'data-dir': dataDir, 'source-refusals-max': '3' }
    server = await startServer(readConfig(flags, {}), { log })
  }, START_MS_MAX)
  afterAll(async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true })
  }, START_MS_MAX)

  it('is told to wait, and why', async () => {
    const { url, operatorUrl } = server
    let answer: Answered | undefined
    for (let call = 0; call < 4; call += 1) {
      answer = await sendChanged(url, charity(), { sent: without('sign') })
    }
    if (answer === undefined) throw new Error('no answer')
    expectAnswer('source-call-limited', answer)
    expect(answer.retry).toMatch(/^after=\d+$/)
    const where = { url, operatorUrl, setUpCode: null, dataDir, databaseUrl: undefined }
    const why = await whyOf(where, answer.requestId)
    expect(why).toMatchObject({ refused_by: 'source', passed: [] })
    expect(why.advice?.remedy).toEqual(platformErrors['source-call-limited'].remedy)
  })
})

describe('a store that does not come to an end', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'topgate-why-'))
  const urlOf = postgresUrls()
  let server: RunningServer
  let databaseUrl = ''
  let aheadMs = 0
  let stuck: Promise<void> | undefined
  beforeAll(async () => {
    databaseUrl = await urlOf('stuck')
    const flags = {
      port: '0',
      'admin-port': '0',
      'data-dir': dataDir,
      'database-url': databaseUrl,
      'queue-max': '16',
    }
    server = await startServer(readConfig(flags, {}), {
      log,
      nowMs: () => Date.now() + aheadMs,
      adapt: (db) =>
        withTransaction(db, async (work) => {
          await stuck
          return db.transaction(work)
        }),
    })
  }, START_MS_MAX)
  afterAll(async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true })
  }, START_MS_MAX)

  it('makes calls too many for the queue, and too late, and both are told as such', async () => {
    const { url, operatorUrl } = server
    let release = () => {}
    stuck = new Promise((resolve) => {
      release = resolve
    })
    const sent = Array.from({ length: 48 }, (_, at) => sendChanged(url, charity(`STUCK_${at}`)))
    const full = await Promise.any(
      sent.map(async (each) => {
        const answer = await each
        return answer.code === 10 ? answer : Promise.reject(new Error(answer.body))
      }),
    )
    expectAnswer('service-unavailable', full)
    expect(full.retry).toBe('same-request')
    // The deadline passes at once, and not by waiting for it.
    aheadMs = 6_000
    const answers = await Promise.all(sent)
    aheadMs = 0
    const late = answers.find(({ code }) => code === 50)
    if (late === undefined) throw new Error('nothing was late')
    expectAnswer('service-timeout', late)
    expect(late.retry).toBe('same-request')
    stuck = undefined
    release()
    const where = { url, operatorUrl, setUpCode: null, dataDir, databaseUrl }
    for (const answer of [full, late]) {
      const why = await whyOf(where, answer.requestId)
      expect(why).toMatchObject({ refused_by: 'run', advice: { retry: 'same-request' } })
    }
  })
})
