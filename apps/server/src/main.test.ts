import { once } from 'node:events'
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findEvents } from '@topgate/services'
import { int, openSqlite, StartRefusal } from '@topgate/storage'
import { postgresUrls } from '@topgate/storage/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { readConfig } from './config.ts'
import type { Overrides } from './core.ts'
import type { Log } from './log.ts'
import { type RunningServer, startServer } from './main.ts'
import { readStore } from './read-store.ts'
import { failingWhile } from './testing/failing-while.ts'
import { APP, charityForm, LIMITED, send, signedForm } from './testing/top-call.ts'

let directory = ''
let running: RunningServer[] = []
let reports: string[] = []

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-server-'))
  running = []
  reports = []
})

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()))
  rmSync(directory, { recursive: true })
})

const log: Log = {
  call() {},
  report: (_level, message) => reports.push(message),
  fatal: (message) => reports.push(message),
}

type Flags = Readonly<Record<string, string>>

function configOf(flags: Flags = {}) {
  const dataDir = join(directory, 'data')
  return readConfig({ port: '0', 'admin-port': '0', 'data-dir': dataDir, ...flags }, {})
}

async function start(flags: Flags = {}, overrides: Overrides = {}): Promise<RunningServer> {
  const server = await startServer(configOf(flags), { log, ...overrides })
  running.push(server)
  return server
}

async function refusalOfStart(flags: Flags = {}): Promise<string> {
  const error = await start(flags).catch((cause: unknown) => cause)
  if (error instanceof StartRefusal) return error.message
  throw new Error('it started')
}

function showEvent(id: string) {
  return readStore(configOf(), ({ db, vault }) => findEvents(db, vault, id))
}

const success = { result: expect.objectContaining({ success: true }) }
const isp = { code: 50, sub_code: 'isp.remote-service-error' }

const text = async (url: string) => {
  const response = await fetch(url)
  return `${response.status} ${await response.text()}`
}

describe('a started sandbox', () => {
  it('serves signed calls and knows what it stored', async () => {
    const { url } = await start()
    expect(await send(url, charityForm('E-1'))).toMatchObject(success)
    expect(await showEvent('E-1')).toMatchObject([{ action: { event_id: 'E-1' } }])
    expect(await showEvent('E-2')).toEqual([])
  })

  it('tells its health on both listeners and its figures on that of operators alone', async () => {
    const { url, operatorUrl } = await start()
    await send(url, charityForm('E-1'))
    for (const listener of [url, operatorUrl]) {
      expect(await text(`${listener}/healthz`)).toBe('200 alive\n')
      expect(await text(`${listener}/readyz`)).toBe('200 ready\n')
    }
    expect(await text(`${url}/status`)).toMatch(/^404 /)
    expect(await text(`${url}/`)).toContain('POST /router/rest')
    const status = await (await fetch(`${operatorUrl}/status`)).json()
    expect(status).toMatchObject({
      version: packageJson.version,
      mode: 'sandbox',
      queue: { waiting: 0, calls: 1 },
      journal: { calls: 1, dropped: 0 },
    })
    expect(await text(`${operatorUrl}/router/rest`)).toMatch(/^404 /)
  })

  it('keeps everything over a restart', async () => {
    const first = await start()
    const { result } = await send(first.url, charityForm('E-1'))
    await first.stop()
    const second = await start()
    expect((await send(second.url, charityForm('E-1'))).result).toEqual(result)
  })
})

describe('a start is refused', () => {
  it('while another server has the data directory', async () => {
    const { url } = await start()
    expect(await refusalOfStart()).toBe(
      `Another Topgate process uses the data directory ${join(directory, 'data')}. ` +
        'Stop it first, or choose another directory with TOPGATE_DATA_DIR.',
    )
    expect(await send(url, charityForm('E-1'))).toMatchObject(success)
  })

  it.each(['port', 'admin-port'])(
    'when the %s is in use, and leaves nothing open behind it',
    async (setting) => {
      const other = createServer().listen(0, '127.0.0.1')
      await once(other, 'listening')
      const address = other.address()
      const port = typeof address === 'object' ? String(address?.port) : ''
      expect(await refusalOfStart({ [setting]: port })).toBe(
        `Port ${port} on 127.0.0.1 is in use. Stop the other program, or choose another port ` +
          'with TOPGATE_PORT and TOPGATE_ADMIN_PORT.',
      )
      other.close()
      const { url } = await start({ [setting]: port })
      expect(await send(url, charityForm('E-1'))).toMatchObject(success)
    },
  )

  it('in production on the database of a sandbox, which it leaves as it is', async () => {
    await (await start()).stop()
    const key = join(directory, 'key')
    writeFileSync(key, 'ab'.repeat(32), { mode: 0o600 })
    const message = await refusalOfStart({ mode: 'production', 'master-key-file': key })
    expect(message).toMatch(/^This database holds the public sandbox apps 10000001, .* everybody/)
    const { url } = await start()
    expect(await send(url, charityForm('E-1'))).toMatchObject(success)
  })
})

describe('a stop', () => {
  /** A call whose last byte is still missing. */
  async function beginCall(url: string, form: string) {
    const { hostname, port } = new URL(url)
    const socket = connect({ host: hostname, port: Number(port) })
    let received = ''
    socket.on('data', (chunk) => {
      received += chunk
    })
    const closed = once(socket, 'close')
    socket.write(
      `POST /router/rest HTTP/1.1\r\nHost: x\r\nContent-Length: ${form.length}\r\n` +
        'Content-Type: application/x-www-form-urlencoded\r\n' +
        `Expect: 100-continue\r\n\r\n${form.slice(0, -1)}`,
    )
    // The server has read the head once it asks for the body.
    await once(socket, 'data')
    return {
      async finish() {
        socket.write(form.slice(-1))
        await closed
        return received
      },
    }
  }

  it('answers the calls that it had begun to read, stores them and closes, once', async () => {
    const server = await start()
    const calls = await Promise.all(
      ['E-1', 'E-2'].map((eventId) => beginCall(server.url, charityForm(eventId))),
    )
    const stopped = server.stop()
    expect(server.stop()).toBe(stopped)
    for (const call of calls) {
      const received = await call.finish()
      expect(received).toContain('"success":true')
      expect(received).toMatch(/\r\nConnection: close\r\n/)
    }
    await stopped
    for (const eventId of ['E-1', 'E-2']) {
      expect(await showEvent(eventId)).toHaveLength(1)
    }
    await expect(fetch(server.url)).rejects.toThrow()
  })

  it('stores the journal and the use of the day', async () => {
    const server = await start()
    await send(server.url, charityForm('E-1', LIMITED))
    await send(server.url, charityForm('E-2', { ...APP, secret: 'wrong' }))
    await server.stop()
    const db = openSqlite({ path: join(directory, 'data', 'topgate.db'), readonly: true })
    const codes = await db.all('SELECT code FROM call_journal ORDER BY id', [], { code: int })
    const uses = await db.all('SELECT calls FROM app_daily_use', [], { calls: int })
    await db.close()
    expect(codes).toEqual([{ code: 0 }, { code: 25 }])
    expect(uses).toEqual([{ calls: 1 }])
  })
})

describe('a full disk', () => {
  /** Writes fail and reads go on, for as long as the disk is full; then all is as before. */
  async function expectRefusedWhileFull(
    server: RunningServer,
    setFull: (isFull: boolean) => void,
  ): Promise<void> {
    const { url } = server
    expect(await send(url, charityForm('E-1'))).toMatchObject(success)
    setFull(true)
    for (const form of [charityForm('E-2'), charityForm('E-1')]) {
      expect(await send(url, form)).toMatchObject(isp)
    }
    expect(await send(url, signedForm('taobao.time.get', {}))).toHaveProperty('time')
    expect(await text(`${url}/readyz`)).toBe('503 store not writable\n')
    expect(await text(`${url}/healthz`)).toBe('200 alive\n')
    expect(reports).toContain('batch: failed')
    setFull(false)
    expect(await send(url, charityForm('E-2'))).toMatchObject(success)
    expect(await send(url, charityForm('E-1'))).toMatchObject(success)
  }

  it('of SQLite refuses writes with isp.*, and they work again once there is room', async () => {
    const writerThread = new URL('./testing/full-disk-writer.ts', import.meta.url)
    const server = await start({}, { writerThread })
    const mark = join(directory, 'data', 'topgate.db.full')
    await expectRefusedWhileFull(server, (isFull) => {
      if (isFull) writeFileSync(mark, '')
      else unlinkSync(mark)
    })
  })

  if (process.env.TOPGATE_TEST_CHECK === 'quick') return
  describe('of PostgreSQL', () => {
    const urlOf = postgresUrls()
    it('refuses writes with isp.*, and they work again once there is room', async () => {
      let isFullNow = false
      const adapt: Overrides['adapt'] = (db) => failingWhile(db, () => isFullNow)
      const server = await start({ 'database-url': await urlOf('full') }, { adapt })
      await expectRefusedWhileFull(server, (isFull) => {
        isFullNow = isFull
      })
    })
  })
})
