import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, startServer } from '@topgate/server'
import { expect, it, onTestFinished } from 'vitest'
import { APP, codeFor, REDIRECT } from './oauth-client.ts'

const silentLog = { call() {}, report() {}, fatal() {} }

it('who guesses secrets has to wait, and nobody else does; a client may name itself in a header', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'topgate-guessing-'))
  const flags = {
    ...{ port: '0', 'admin-port': '0', 'data-dir': dataDir },
    ...{ 'source-refusals-max': '3', 'trusted-proxies': '127.0.0.1' },
  }
  const server = await startServer(readConfig(flags, {}), { log: silentLog })
  onTestFinished(async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true })
  })
  const ask = async (from: string, secret: string) => {
    const code = await codeFor(server.url)
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT,
    })
    const authorization = `Basic ${Buffer.from(`${APP.client_id}:${secret}`).toString('base64')}`
    const headers = { 'x-forwarded-for': from, authorization }
    const response = await fetch(`${server.url}/oauth/token`, { method: 'POST', body, headers })
    const { error = 'none' } = (await response.json()) as { error?: string }
    return { status: response.status, error, headers: response.headers }
  }
  for (let tries = 0; tries < 3; tries += 1) {
    const wrong = await ask('203.0.113.1', 'wrong')
    expect([wrong.status, wrong.error]).toEqual([401, 'invalid_client'])
    expect(wrong.headers.get('www-authenticate')).toBe('Basic realm="token"')
  }
  const banned = await ask('203.0.113.1', APP.client_secret)
  expect([banned.status, banned.error]).toEqual([400, 'temporarily_unavailable'])
  expect(Number(banned.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask('203.0.113.2', APP.client_secret)).status).toBe(200)
}, 60_000)
