import { createHash, createHmac } from 'node:crypto'
import {
  type ApiContract,
  defineApi,
  flag,
  formatBeijing,
  int64,
  optional,
  struct,
  text,
} from '@topgate/contracts'
import { type Digests, isSignMethod, sign } from '@topgate/protocol'
import { createGateway, type Gateway, type GatewayOptions } from '../gateway.ts'
import type { HttpCall } from '../http-call.ts'
import { Load } from '../overload/index.ts'
import type { App, BulkReader, Handler, JournalEntry, Limited, Session } from '../ports.ts'
import { SecretUses } from '../secret-use.ts'

/** 2026-01-15 12:00:00 in Beijing. */
export const NOW_MS = Date.UTC(2026, 0, 15, 4)
export const APP_KEY = '20000001'
export const SECRET = 'secret of the test app'
export const SESSION = '6200abcdefABCDEF0123456789'

export const digests: Digests = {
  md5: (text) => createHash('md5').update(text).digest('hex').toUpperCase(),
  hmacMd5: (key, text) => createHmac('md5', key).update(text).digest('hex').toUpperCase(),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex').toUpperCase(),
}

/** A write that needs everything that a write can need. */
export const stepSync = defineApi({
  method: 'test.step.sync',
  title: { zh: '步骤', en: 'Step' },
  description: { zh: '步骤', en: 'Step' },
  category: { zh: '测试', en: 'Test' },
  access: 'session',
  package: 'insurance',
  effect: 'write',
  signatureMemory: 'process',
  request: {
    step: struct(
      'Step',
      '步骤',
      { en: 'Step' },
      {
        name: text('名称', {
          en: 'Name',
          example: 'a',
          pattern: '[a-z]{1,8}',
          patternIsOurs: true,
        }),
        count: int64('数量', { en: 'Count', example: '1' }),
      },
    ),
    note: optional(text('备注', { en: 'Note', example: 'n' })),
  },
  response: {
    ok: flag('是否成功', { en: 'Whether it succeeded', example: 'true' }),
    code: optional(text('码', { en: 'Code', example: 'E1' })),
  },
  outcome: { flag: 'ok', success: 'true', code: 'code' },
  repeat: { zh: '幂等', en: 'Idempotent' },
})

/** The same write, telling breaches of its rules in its own answer. */
export const toldSync: ApiContract = {
  ...stepSync,
  method: 'test.told.sync',
  access: 'app',
  invalidAs: 'answer',
}

export function testApp(changes: Partial<App> = {}): App {
  return {
    key: APP_KEY,
    name: 'test',
    status: 'enabled',
    group: 'formal',
    secrets: [SECRET],
    previousUntilMs: null,
    minSignMethod: 'md5',
    profile: 'strict',
    limits: null,
    grants: new Map([['insurance', { approved: true, expiresMs: null, requested: false }]]),
    allows: null,
    owns: {},
    biz_codes: [],
    redirectUris: [],
    ...changes,
  }
}

/** A gateway whose surroundings live in memory and can be changed between two calls. */
export interface TestGateway {
  readonly gateway: Gateway
  readonly load: Load
  readonly journal: JournalEntry[]
  readonly defects: { readonly error: unknown; readonly requestId: string }[]
  nowMs: number
  app: App
  session: Session
  waitS: number | undefined
  take: () => Limited | undefined
  takeOfUser: () => Limited | undefined
  handler: Handler
  bulk: BulkReader
}

export function testGateway(options: Partial<GatewayOptions> = {}): TestGateway {
  let nextId = 1n
  const journal: JournalEntry[] = []
  const load = new Load()
  const defects: TestGateway['defects'] = []
  const handler: Handler = {
    run: (call) => world.handler.run(call),
    prepare: (request, nowMs) => world.handler.prepare?.(request, nowMs) ?? request,
    invalid: () => ({ ok: false, code: 'INVALID' }),
  }
  const gateway = createGateway(
    [stepSync, toldSync],
    {
      apps: { find: async (key) => (key === APP_KEY ? world.app : undefined) },
      sessions: { find: async (token) => (token === SESSION ? world.session : undefined) },
      quotas: { take: () => world.take(), takeOfUser: () => world.takeOfUser() },
      load,
      handlers: { get: () => handler },
      bulk: { read: (...call) => world.bulk.read(...call) },
      journal: { record: (entry) => journal.push(entry) },
      digests,
      nowMs: () => world.nowMs,
      elapsedMs: () => 0,
      nextId: () => nextId++,
      onDefect: (error, requestId) => defects.push({ error, requestId }),
    },
    {
      sandbox: true,
      backendErrorCode: 50,
      sourceRefusalsMax: 600,
      secretUses: new SecretUses(),
      inFlight: { ofNode: 2_048, ofApp: 64, ofStatistics: 4 },
      ...options,
    },
  )
  const world: TestGateway = {
    gateway,
    load,
    journal,
    defects,
    nowMs: NOW_MS,
    app: testApp(),
    session: {
      appKey: APP_KEY,
      userTag: 'user',
      expiresMs: NOW_MS + 60_000,
      revoked: false,
      scopes: null,
      r2UntilMs: null,
      w2UntilMs: null,
    },
    waitS: undefined,
    takeOfUser: () => undefined,
    take: () => (world.waitS === undefined ? undefined : { scope: 'app', waitS: world.waitS }),
    handler: { run: async () => ({ answer: { ok: true }, effect: 'new' }) },
    bulk: { read: () => Promise.reject(new Error('no call here is large')) },
  }
  return world
}

/** The parameters of a call that succeeds, without its signature. */
export function goodParameters(changes: Record<string, string> = {}): Map<string, string> {
  const parameters = {
    method: stepSync.method,
    app_key: APP_KEY,
    timestamp: formatBeijing(NOW_MS),
    v: '2.0',
    format: 'json',
    sign_method: 'hmac-sha256',
    session: SESSION,
    step: '{"name":"a","count":1}',
    ...changes,
  }
  return new Map(Object.entries(parameters))
}

export function signed(parameters: ReadonlyMap<string, string>, secret = SECRET) {
  const method = parameters.get('sign_method')
  if (!isSignMethod(method)) throw new Error(`cannot sign with ${method}`)
  return new Map(parameters).set('sign', sign(parameters, secret, method, digests))
}

/** The call as a form in the body of a POST. */
export function formCall(
  parameters: ReadonlyMap<string, string>,
  changes: Partial<HttpCall> = {},
): HttpCall {
  return {
    verb: 'POST',
    query: '',
    contentType: 'application/x-www-form-urlencoded',
    headers: {},
    body: new TextEncoder().encode(new URLSearchParams([...parameters]).toString()),
    peer: '203.0.113.9',
    ...changes,
  }
}
