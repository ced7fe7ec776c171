import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { findForms, Haystack } from '../canary/find-forms.ts'
import { LoggedServer } from '../canary/logged-server.ts'
import { statistics } from '../testing/samples.ts'
import { call } from '../testing/top-client.ts'
import { codeFor, exchange, refresh } from './oauth-client.ts'

const USER = '2299755501234'

it('no code, token or user is left in the log or the database, in any form', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'topgate-oauth-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const flags = { port: '0', 'admin-port': '0', 'data-dir': dataDir }
  const server = await LoggedServer.start(flags)
  const code = await codeFor(server.url, { sandbox_user: USER })
  const first = (await exchange(server.url, code)).body
  const next = (await refresh(server.url, first.refresh_token)).body
  await call(server.url, { ...statistics, session: next.access_token })
  // Wrong ones are told to the log as little as right ones.
  await exchange(server.url, code)
  await refresh(server.url, first.refresh_token)
  const log = await server.stop()
  const files = readdirSync(dataDir).filter((name) => /\.db(?:-wal)?$/.test(name))
  expect(files).toContain('topgate.db')
  const stored = Buffer.concat(files.map((name) => readFileSync(join(dataDir, name))))
  expect(log).toContain('was used again')
  const tokens = [first, next].flatMap((pair) => [pair.access_token, pair.refresh_token])
  for (const place of [new Haystack(log), new Haystack(stored)]) {
    for (const secret of [code, USER, ...tokens]) expect(findForms(place, secret)).toEqual([])
  }
}, 60_000)
