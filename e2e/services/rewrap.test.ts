import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addKeyToFile, readConfig, rewrapStore, startServer } from '@topgate/server'
import { postgresUrls } from '@topgate/storage/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { behaviour, charity, message, tag } from '../testing/samples.ts'
import { call } from '../testing/top-client.ts'

const silentLog = { call() {}, report() {}, fatal() {} }

/** Three servers are started one after the other. */
const TEST_MS_MAX = 60_000

describe('sealing records anew on PostgreSQL', () => {
  const urlOf = postgresUrls()
  let directory = ''
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'topgate-rewrap-'))
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  it(
    'runs beside a node that serves calls all the while, which then needs the new key alone',
    async () => {
      const keyFile = join(directory, 'key')
      writeFileSync(keyFile, 'cd'.repeat(32), { mode: 0o600 })
      const databaseUrl = await urlOf('rewrap')
      const flags = {
        port: '0',
        'admin-port': '0',
        'data-dir': join(directory, 'data'),
        'database-url': databaseUrl,
        'master-key-file': keyFile,
      }
      const start = () => startServer(readConfig(flags, {}), { log: silentLog })
      const first = await start()
      for (const sample of [behaviour, charity('UNI_A'), tag, message])
        await call(first.url, sample)
      await first.stop()

      addKeyToFile(keyFile)
      const second = await start()
      const answers: Promise<string>[] = []
      let calls = 0
      const rewrapped = await rewrapStore(readConfig(flags, {}), () => {
        calls += 1
        if (calls % 4 !== 0) return
        const nowMs = Date.now() - calls * 1000
        answers.push(
          call(second.url, message, { nowMs }),
          call(second.url, charity(`UNI_${calls}`)),
        )
      })
      expect(rewrapped).toMatchObject({ sealVersion: 2, retired: [1] })
      expect(rewrapped.resealed).toBeGreaterThan(10)
      for (const answer of await Promise.all(answers)) expect(answer).toContain('"success":true')
      await second.stop()

      writeFileSync(keyFile, readFileSync(keyFile, 'utf8').replace(/^1 .*\n/m, ''), { mode: 0o600 })
      const third = await start()
      expect(await call(third.url, charity('UNI_A'))).toContain('"charity_hours":"0.1"')
      expect(await call(third.url, message)).toContain('"success":true')
      expect(await call(third.url, tag)).toContain('t*********3')
      await third.stop()
    },
    TEST_MS_MAX,
  )
})
