import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { type RunningServer, startServer } from '../main.ts'
import { send, signedForm } from '../testing/top-call.ts'

const PASSWORD = 'correct horse battery'
const SESSION = '78bfcced948a65d29c5c77f1cd3367a2'
const WORDS = '今天伤口有点红'
const chat = `/console/chats/${SESSION}`

const dataDir = mkdtempSync(join(tmpdir(), 'topgate-console-'))
const mark = join(dataDir, 'topgate.db.full')
let server: RunningServer

beforeAll(async () => {
  server = await startServer(
    readConfig({ port: '0', 'admin-port': '0', 'data-dir': dataDir }, {}),
    {
      log: { call() {}, report() {}, fatal() {} },
      writerThread: new URL('../testing/full-disk-writer.ts', import.meta.url),
    },
  )
  const request1 = {
    session_id: SESSION,
    bterm_user_id: '2034131106552037',
    cterm_user_id: '5394977607673890',
    user_id: '153315451244705',
    rs_type: '2',
    content: JSON.stringify({ text: WORDS }),
  }
  const own = { request1: JSON.stringify(request1), auth_token: '9eae09db243df99bd67af033decfd257' }
  await send(server.url, signedForm('alibaba.alihealth.followup.send', own))
  await post('/console/setup', { code: server.setUpCode ?? '', password: PASSWORD })
}, 60_000)

afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true })
}, 60_000)

async function post(path: string, fields: Readonly<Record<string, string>>, cookie = '') {
  const response = await fetch(server.operatorUrl + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: server.operatorUrl, cookie },
    redirect: 'manual',
  })
  const [session = ''] = response.headers.get('set-cookie')?.split(';') ?? []
  return { status: response.status, session, body: await response.text() }
}

async function formTokenOf(cookie: string): Promise<string> {
  const page = await (await fetch(server.operatorUrl + chat, { headers: { cookie } })).text()
  return /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

it('lets operators in while the disk is full, but shows nothing that leaves no line in the audit', async () => {
  writeFileSync(mark, '')
  const { status, session } = await post('/console/login', { password: PASSWORD })
  expect(status).toBe(303)
  const form = { form_token: await formTokenOf(session), reason: '工单 T-1 核对' }
  const refused = await post(chat, form, session)
  expect(refused.status).toBe(503)
  expect(refused.body).not.toContain(WORDS)

  unlinkSync(mark)
  const shown = await post(chat, form, session)
  expect(shown.status).toBe(200)
  expect(shown.body).toContain(WORDS)
})

it.each(['', '1234', ' '.repeat(10), 'x'.repeat(201)])(
  'shows nothing for the reason %j',
  async (reason) => {
    const { session } = await post('/console/login', { password: PASSWORD })
    const form = { form_token: await formTokenOf(session), reason }
    const refused = await post(chat, form, session)
    expect(refused.status).toBe(422)
    expect(refused.body).not.toContain(WORDS)
  },
)
