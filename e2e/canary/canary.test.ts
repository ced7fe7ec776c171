import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '@topgate/cli'
import { testTerminal } from '@topgate/cli/testing'
import { readConfig, startServer } from '@topgate/server'
import { openPostgres, openSqlite, type SchemaDatabase, text } from '@topgate/storage'
import { postgresUrls } from '@topgate/storage/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sample } from '../testing/samples.ts'
import { call } from '../testing/top-client.ts'
import { type CanaryName, canaries, echoed } from './canaries.ts'
import { canaryCalls } from './canary-calls.ts'
import { APP_KEY, plantCanaries, SESSION_ID } from './canary-store.ts'
import { findForms, Haystack } from './find-forms.ts'
import { LoggedServer } from './logged-server.ts'

/**
 * Sends values that nobody may see through every API, right and wrong, looks at what is stored with
 * every command, and then searches all that came out: log, answers, screens, and the database.
 */

const RUN_MS_MAX = 120_000
const silentLog = { call() {}, report() {}, fatal() {} }
const names = Object.keys(canaries) as CanaryName[]

interface Traces {
  readonly log: string
  readonly answers: readonly string[]
  readonly screens: readonly string[]
  /** While the server ran, and after it stopped. */
  readonly stores: readonly Uint8Array[]
}

/** `kind form` of each canary that can be seen; the words that a page gives back are left out. */
function seenIn(haystack: Haystack, except: ReadonlySet<CanaryName> = new Set()): string[] {
  return names
    .filter((name) => !except.has(name))
    .flatMap((name) => findForms(haystack, canaries[name]).map((form) => `${name} ${form}`))
}

const screens: readonly (readonly string[])[] = [
  ['show', 'event', 'CANARY_1'],
  ['show', 'event', 'CANARY_2', '--channel', 'CH_A'],
  ['show', 'account', canaries.charityUser],
  ['show', 'account', canaries.thirdUserKey, '--channel', 'CH_A'],
  ['show', 'tags', canaries.phone],
  ['show', 'tags', canaries.alipayId],
  ['show', 'tags', canaries.account],
  ['show', 'stat', '64'],
  ['show', 'chat', SESSION_ID],
  ['show', 'calls', '--limit', '100'],
  ['show', 'audit'],
  ['app', 'list'],
]

function whatIsLeft(of: string, store: () => Promise<CanaryStore>): void {
  describe(`canaries on ${of}`, () => {
    let traces: Traces
    beforeAll(async () => {
      traces = await driveAll(await store())
    }, RUN_MS_MAX)

    it('went through every API, and some calls took effect', () => {
      const succeeded = traces.answers.filter((answer) =>
        /"(?:tag_success|success|data)":(?:true|"true")|"result_status":"SUCCESS"/.test(answer),
      )
      expect(succeeded.length).toBeGreaterThanOrEqual(9)
      expect(traces.answers.length).toBe(canaryCalls.length * 2)
      expect(traces.log.split('\n').length).toBeGreaterThan(canaryCalls.length)
      expect(traces.screens.join()).toContain('BIZ_CANARY')
      expect(traces.screens.join()).toContain('None of the known mistakes')
    })

    it('are nowhere in the log', () => {
      expect(seenIn(new Haystack(traces.log))).toEqual([])
    })

    it('are in no answer but the words that it gives back', () => {
      for (const answer of traces.answers) {
        const isEcho = answer.includes('"success":true')
        expect(seenIn(new Haystack(answer), isEcho ? echoed : new Set()), answer).toEqual([])
      }
    })

    it('are on no screen of the command line, also not as JSON', () => {
      expect(traces.screens.flatMap((screen) => seenIn(new Haystack(screen)))).toEqual([])
    })

    it('are in no byte of the database', () => {
      expect(traces.stores.flatMap((bytes) => seenIn(new Haystack(bytes)))).toEqual([])
    })

    it('would be found if they were there', async () => {
      const { open, read } = await store()
      const db = await open()
      for (const encoding of ['utf8', 'base64', 'hex'] as const) {
        const planted = Buffer.from(`x${canaries.phone} ${canaries.chatText}`).toString(encoding)
        await db.changeSchema((tx) =>
          tx.all('UPDATE retail_source SET purpose = ? RETURNING biz_code', [planted], {
            biz_code: text,
          }),
        )
        const found = seenIn(new Haystack(await read(db)))
        const form = encoding === 'utf8' ? 'clear' : encoding
        expect(found).toEqual(expect.arrayContaining([`phone ${form}`, `chatText ${form}`]))
      }
      await db.close()
    })
  })
}

interface CanaryStore {
  readonly flags: Readonly<Record<string, string>>
  open(): Promise<SchemaDatabase>
  /** All that the database keeps, as its files or tables have it. */
  read(db: SchemaDatabase): Promise<Uint8Array>
}

async function driveAll({ flags, open, read }: CanaryStore): Promise<Traces> {
  const config = readConfig(flags, {})
  await (await startServer(config, { log: silentLog })).stop()
  const db = await open()
  await plantCanaries(db, config)
  await db.close()

  const server = await LoggedServer.start(flags)
  const answers = await sendAll(server.url)
  const shown = []
  for (const args of screens) {
    shown.push(await screenOf(args, flags), await screenOf([...args, '--json'], flags))
  }
  shown.push(await (await fetch(`${server.operatorUrl}/status`)).text())
  shown.push(...(await explained(server.url, answers, flags)))
  const stores = [await readStored({ flags, open, read })]
  const log = await server.stop()
  stores.push(await readStored({ flags, open, read }))
  return { log, answers, screens: shown, stores }
}

/** Each call once in order and once signed wrongly. */
async function sendAll(url: string): Promise<string[]> {
  const answers: string[] = []
  const send = async (sample: Sample, secret: string) => {
    const nowMs = Date.now() - 1000 * (answers.length % 500)
    answers.push(await call(url, sample, { key: APP_KEY, secret, nowMs }))
  }
  for (const sample of canaryCalls) await send(sample, canaries.secret)
  for (const sample of canaryCalls) await send(sample, canaries.previousSecret.toUpperCase())
  return answers
}

/** Every way to ask why, of every answer. */
async function explained(
  url: string,
  answers: readonly string[],
  flags: Readonly<Record<string, string>>,
): Promise<string[]> {
  const ids = answers.flatMap((answer) => /"request_id":"([^"]{13})"/.exec(answer)?.[1] ?? [])
  expect(ids.length).toBe(answers.length)
  const shown: string[] = []
  for (const id of ids) {
    const response = await fetch(`${url}/why/${id}?lang=en`)
    expect(response.status).toBe(200)
    shown.push(await response.text(), await screenOf(['why', id, '--json'], flags))
  }
  return shown
}

async function screenOf(
  args: readonly string[],
  flags: Readonly<Record<string, string>>,
): Promise<string> {
  const where = Object.entries(flags).flatMap(([name, value]) =>
    name.endsWith('port') ? [] : [`--${name}`, value],
  )
  const { terminal, output } = testTerminal({ nowMs: Date.now() })
  await runCli([...args, ...where], terminal)
  return output.out + output.err
}

async function readStored({ open, read }: CanaryStore): Promise<Uint8Array> {
  const db = await open()
  try {
    return await read(db)
  } finally {
    await db.close()
  }
}

describe('what nobody may see', () => {
  const directories: string[] = []
  const newDirectory = () => {
    const directory = mkdtempSync(join(tmpdir(), 'topgate-canary-'))
    directories.push(directory)
    return directory
  }
  afterAll(() => {
    for (const directory of directories) rmSync(directory, { recursive: true })
  })
  const flagsIn = (directory: string) => ({
    port: '0',
    'admin-port': '0',
    'data-dir': directory,
  })

  const dataDir = newDirectory()
  whatIsLeft('SQLite', async () => ({
    flags: flagsIn(dataDir),
    open: async () => openSqlite({ path: join(dataDir, 'topgate.db') }),
    read: async () => {
      const files = readdirSync(dataDir).filter((name) => /\.db(?:-wal)?$/.test(name))
      expect(files).toContain('topgate.db')
      return Buffer.concat(files.map((name) => readFileSync(join(dataDir, name))))
    },
  }))

  describe('on a server', () => {
    const urlOf = postgresUrls()
    const directory = newDirectory()
    let url = ''
    whatIsLeft('PostgreSQL', async () => {
      url = url === '' ? await urlOf('canary') : url
      return {
        flags: { ...flagsIn(directory), 'database-url': url },
        open: () => openPostgres({ url }),
        read: allRows,
      }
    })
  })
})

/** Every row of every table as text; bytes stand there in hexadecimal digits. */
async function allRows(db: SchemaDatabase): Promise<Uint8Array> {
  const tables = await db.all(
    'SELECT CAST(tablename AS text) AS name FROM pg_tables WHERE schemaname = current_schema()',
    [],
    { name: text },
  )
  expect(tables.length).toBeGreaterThan(20)
  const rows = []
  for (const { name } of tables) {
    rows.push(
      ...(await db.all(`SELECT CAST(t AS text) AS line FROM "${name}" t`, [], { line: text })),
    )
  }
  return Buffer.from(rows.map(({ line }) => line).join('\n'))
}
