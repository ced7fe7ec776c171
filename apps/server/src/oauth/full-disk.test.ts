import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../config.ts'
import { startServer } from '../main.ts'

const redirect_uri = 'http://127.0.0.1:8080/oauth/callback'

it('while the disk is full nobody is sent away, a code is not used up, and both hear when to come back', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'topgate-oauth-full-'))
  const mark = join(dataDir, 'topgate.db.full')
  const reports: string[] = []
  const server = await startServer(
    readConfig({ port: '0', 'admin-port': '0', 'data-dir': dataDir }, {}),
    {
      log: { call() {}, report: (_level, message) => reports.push(message), fatal() {} },
      writerThread: new URL('../testing/full-disk-writer.ts', import.meta.url),
    },
  )
  onTestFinished(async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true })
  })
  const asked = { response_type: 'code', client_id: '10000001', redirect_uri, state: 's' }
  const query = new URLSearchParams({ ...asked, sandbox_user: '2201234567890' })
  const authorize = () => fetch(`${server.url}/oauth/authorize?${query}`, { redirect: 'manual' })
  const back = new URL((await authorize()).headers.get('location') ?? '')
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    client_id: '10000001',
    client_secret: 'sandbox00000000000000000000000001',
    redirect_uri,
  })
  const exchange = () => fetch(`${server.url}/oauth/token`, { method: 'POST', body })

  writeFileSync(mark, '')
  const page = await authorize()
  expect([page.status, page.headers.get('location')]).toEqual([503, null])
  expect(await page.text()).toContain('temporarily_unavailable')
  const refused = await exchange()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([400, '1'])
  expect(await refused.json()).toMatchObject({ error: 'temporarily_unavailable' })
  expect(reports).toContain('an authorisation could not use the store')

  unlinkSync(mark)
  expect((await exchange()).status).toBe(200)
}, 60_000)
