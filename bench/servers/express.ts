import {
  createCipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { createServer } from 'node:http'
import Sqlite from 'better-sqlite3'
import express from 'express'
import { serveBenchmark } from './serve.ts'

/**
 * The charity call as a good engineer writes it in one file: Express, its own body parser, and one
 * SQLite transaction per call, durable (WAL, synchronous=FULL). It checks the same signature and
 * fields, keeps the same secrets and stores the same facts as Topgate. It knows this one API and
 * hmac-sha256 only, has no limits and no journal. First argument: the database file.
 */
const db = new Sqlite(process.argv[2] ?? ':memory:')
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.pragma('cache_size = -16384')
db.exec(`
  CREATE TABLE activity (id INTEGER PRIMARY KEY, channel TEXT, start_ms INTEGER, sub_code TEXT);
  CREATE TABLE rule (sub_code TEXT PRIMARY KEY, type TEXT, minutes INTEGER);
  CREATE TABLE account (account TEXT PRIMARY KEY, status TEXT);
  CREATE TABLE action (
    id INTEGER PRIMARY KEY, channel TEXT NOT NULL, event_id TEXT NOT NULL,
    content_hash BLOB NOT NULL, account TEXT NOT NULL, activity_id INTEGER NOT NULL,
    sub_code TEXT NOT NULL, type TEXT NOT NULL, year INTEGER NOT NULL, happened_ms INTEGER NOT NULL,
    received_ms INTEGER NOT NULL, app_key TEXT NOT NULL, minutes INTEGER NOT NULL,
    sealed BLOB NOT NULL, UNIQUE (channel, event_id)
  );
  CREATE TABLE total (
    account TEXT NOT NULL, year INTEGER NOT NULL, type TEXT NOT NULL, activity_id INTEGER NOT NULL,
    minutes INTEGER NOT NULL, PRIMARY KEY (account, year, type, activity_id)
  );
  INSERT INTO activity VALUES (12345, 'CH_A', 1546272000000, 'SUB_CODE');
  INSERT INTO rule VALUES ('SUB_CODE', 'PAN_PUBLIC_WELFARE', 6);
`)

interface ActionRow {
  content_hash: Buffer
  minutes: number
}

const findAction = db.prepare<[string, string], ActionRow>(
  'SELECT content_hash, minutes FROM action WHERE channel = ? AND event_id = ?',
)
const findActivity = db.prepare<[bigint], { channel: string; start_ms: number; sub_code: string }>(
  'SELECT channel, start_ms, sub_code FROM activity WHERE id = ?',
)
const findRule = db.prepare<[string], { type: string; minutes: number }>(
  'SELECT type, minutes FROM rule WHERE sub_code = ?',
)
const findAccount = db.prepare<[string], { status: string }>(
  'SELECT status FROM account WHERE account = ?',
)
const insertAction = db.prepare(
  `INSERT INTO action (channel, event_id, content_hash, account, activity_id, sub_code, type, year,
    happened_ms, received_ms, app_key, minutes, sealed)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
)
const addTotal = db.prepare(
  `INSERT INTO total VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (account, year, type, activity_id) DO UPDATE SET minutes = minutes + excluded.minutes`,
)

const apps = new Map([
  ['10000001', { secret: 'sandbox00000000000000000000000001', channel: 'CH_A' }],
])
const masterKey = Buffer.alloc(32, 7)
const sealKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'seal', 32))
const tagKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'tag', 32))

class CallError extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

const METHOD = 'alibaba.charity.useraction.sync'
const SKEW_MS_MAX = 10 * 60_000
const wallTime = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/

function parseBeijing(text: string): number {
  const [, day, time] = wallTime.exec(text) ?? []
  return Date.parse(`${day}T${time}+08:00`)
}

type Form = Readonly<Record<string, string>>

function formOf(body: unknown): Form {
  const form: Record<string, string> = {}
  for (const [name, value] of Object.entries(body ?? {})) {
    if (typeof value !== 'string') throw new CallError(43, `${name} given twice`)
    form[name] = value
  }
  return form
}

function checkCall(form: Form, nowMs: number): { appKey: string; channel: string } {
  if (form.method !== METHOD) throw new CallError(22, 'Invalid method')
  const { app_key: appKey = '', timestamp = '', sign = '' } = form
  const app = apps.get(appKey)
  if (app === undefined) throw new CallError(29, 'Invalid app Key')
  if (!(Math.abs(parseBeijing(timestamp) - nowMs) <= SKEW_MS_MAX)) {
    throw new CallError(31, 'Invalid timestamp')
  }
  if (form.v !== '2.0') throw new CallError(33, 'Invalid version')
  if (form.sign_method !== 'hmac-sha256') throw new CallError(25, 'Invalid signature')
  const base = Object.keys(form)
    .filter((name) => name !== 'sign')
    .sort()
    .map((name) => name + form[name])
    .join('')
  const expected = createHmac('sha256', app.secret).update(base).digest()
  const received = Buffer.from(sign, 'hex')
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) {
    throw new CallError(25, 'Invalid signature')
  }
  return { appKey, channel: app.channel }
}

interface Action {
  readonly activityId: bigint
  readonly eventId: string
  readonly userId: bigint
  readonly timestampLong: bigint | null
  readonly subCode: string | null
  readonly feeling: string
  readonly happenedMs: number
  readonly oriContent: string
  readonly featuresMap: string
  readonly version: string
}

/** Keeps 64-bit integers exact. */
function parseExactly(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json, (_name, member, context?: { source?: string }) =>
    typeof member === 'number' && /^-?\d{1,19}$/.test(context?.source ?? '')
      ? BigInt(context?.source ?? '')
      : member,
  )
  if (typeof value !== 'object' || value === null) throw new CallError(41, 'Invalid arguments')
  return { ...value }
}

function readAction(json: string | undefined, nowMs: number): Action {
  if (json === undefined || json === '') throw new CallError(40, 'Missing required arguments')
  const dto = parseExactly(json)
  const happenedMs = parseBeijing(text(dto, 'charity_timestamp', 19) ?? '')
  const eventId = text(dto, 'event_id', 64) ?? ''
  const subCode = text(dto, 'charity_type_sub_code', 64)
  if (!/^[!-~]{1,64}$/.test(eventId)) throw new CallError(50, 'event_id')
  if (subCode !== null && !/^[A-Z0-9_]{1,64}$/.test(subCode)) throw new CallError(50, 'sub code')
  if (!(happenedMs <= nowMs + 300_000)) throw new CallError(50, 'charity_timestamp')
  return {
    activityId: integer(dto, 'activity_id') ?? missing('activity_id'),
    eventId,
    userId: integer(dto, 'tb_user_id') ?? missing('tb_user_id'),
    timestampLong: integer(dto, 'timestamp_long'),
    subCode,
    feeling: text(dto, 'feeling', 4096) ?? '',
    happenedMs,
    oriContent: jsonText(dto, 'ori_content', 16_384),
    featuresMap: jsonText(dto, 'features_map', 4096),
    version: text(dto, 'version', 16) ?? '',
  }
}

function integer(dto: Record<string, unknown>, name: string): bigint | null {
  const value = dto[name]
  if (value === undefined || value === null) return null
  if (typeof value !== 'bigint') throw new CallError(41, `Invalid arguments:${name}`)
  return value
}

function text(dto: Record<string, unknown>, name: string, bytesMax: number): string | null {
  const value = dto[name]
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw new CallError(41, `Invalid arguments:${name}`)
  if (Buffer.byteLength(value) > bytesMax) throw new CallError(50, `${name} is too long`)
  return value
}

function jsonText(dto: Record<string, unknown>, name: string, bytesMax: number): string {
  const value = text(dto, name, bytesMax) ?? ''
  if (value !== '') JSON.parse(value)
  return value
}

function missing(name: string): never {
  throw new CallError(40, `Missing required arguments:${name}`)
}

/** One transaction: a repeated event gets its first answer; a new one is stored and counted. */
const record = db.transaction(
  (channel: string, appKey: string, action: Action, nowMs: number): number => {
    const { eventId, activityId, happenedMs } = action
    const account = `u:${createHmac('sha256', tagKey).update(String(action.userId)).digest('base64url')}`
    const contentHash = createHash('sha256').update(contentOf(account, action)).digest()
    const earlier = findAction.get(channel, eventId)
    if (earlier !== undefined) {
      if (!earlier.content_hash.equals(contentHash)) throw new CallError(409, 'event_id')
      return earlier.minutes
    }
    const activity = findActivity.get(activityId)
    if (activity?.channel !== channel) throw new CallError(404, 'activity')
    if (happenedMs < activity.start_ms) throw new CallError(410, 'activity')
    const subCode = action.subCode ?? activity.sub_code
    const rule = findRule.get(subCode)
    if (rule === undefined) throw new CallError(404, 'sub code')
    if (findAccount.get(account)?.status === 'BLOCKED') throw new CallError(423, 'blocked')
    const year = new Date(happenedMs + 28_800_000).getUTCFullYear()
    const { type, minutes } = rule
    const sealed = seal(action)
    insertAction.run(
      ...[channel, eventId, contentHash, account, activityId, subCode, type, year],
      ...[happenedMs, nowMs, appKey, minutes, sealed],
    )
    addTotal.run(account, year, type, activityId, minutes)
    return minutes
  },
)

function contentOf(account: string, action: Action): string {
  const { activityId, happenedMs, timestampLong, subCode, featuresMap, oriContent } = action
  return JSON.stringify([
    ...[String(activityId), account, happenedMs, String(timestampLong), subCode],
    ...[featuresMap, oriContent, action.version],
  ])
}

/** What could name a person is stored encrypted only. */
function seal({ userId, feeling, oriContent, featuresMap }: Action): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
  const plain = JSON.stringify({ userId: String(userId), feeling, oriContent, featuresMap })
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

function answer(body: unknown): string {
  const form = formOf(body)
  const nowMs = Date.now()
  const { appKey, channel } = checkCall(form, nowMs)
  const action = readAction(form.channel_user_action_dto, nowMs)
  const minutes = record.immediate(channel, appKey, action, nowMs)
  return JSON.stringify({
    alibaba_charity_useraction_sync_response: {
      result: {
        msg: '成功',
        code: 200,
        data: { event_id: action.eventId, charity_hours: (minutes / 60).toFixed(1) },
        success: true,
      },
      request_id: randomBytes(8).toString('hex'),
    },
  })
}

function errorAnswer(error: unknown): string {
  const code = error instanceof CallError ? error.code : 50
  const msg = error instanceof Error ? error.message : 'error'
  return JSON.stringify({ error_response: { code, msg } })
}

const app = express()
app.use(express.urlencoded({ extended: false, limit: '4mb' }))
app.post('/router/rest', (request, response) => {
  response.type('application/json')
  try {
    response.send(answer(request.body))
  } catch (error) {
    response.send(errorAnswer(error))
  }
})
serveBenchmark(createServer(app))
