import type { Outcome, WriteCall, WriteHandler } from '@topgate/engine'
import { int } from '@topgate/storage'
import { eachDatabase, type OpenDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { migrations } from '../migrations.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { appA, appB, nowMs } from '../testing/write-call.ts'
import { type Consent, grantAccess } from './grant-access.ts'
import { issueToken, type TokenOutcome } from './issue-token.ts'
import { findSession } from './session.ts'
import { familyTable, sessionTable } from './tables.ts'
import { createAuthToken } from './taobao.top.auth.token.create.ts'
import { refreshAuthToken } from './taobao.top.auth.token.refresh.ts'
import type { TokenAnswer } from './token-answer.ts'
import {
  freshTokens,
  presentCode,
  presentRefreshToken,
  type TokenRequest,
} from './token-request.ts'
import { hashToken } from './token-text.ts'

const REDIRECT = 'https://app.example/cb'
const CODE = 'a-code'
const VERIFIER = 'v'.repeat(43)
const SECOND = 1_000
const HOUR = 3_600 * SECOND
const DAY = 24 * HOUR

const handlers = [grantAccess, issueToken, createAuthToken, refreshAuthToken]

const consent: Consent = {
  app_key: appA.key,
  user: { taobao_user_id: '2201234567890', taobao_user_nick: '沙箱商家' },
  scopes: ['alihouse', 'charity'],
  redirect_uri: REDIRECT,
  code_hash: hashToken(CODE),
  code_challenge: null,
  code_ms: 60 * SECOND,
  session_ms: DAY,
  refresh_ms: 30 * DAY,
}

let ids = 0n

function callOf<Request>(
  { method }: WriteHandler,
  request: Request,
  app = appA,
): WriteCall<Request> {
  ids += 1n
  return {
    id: ids,
    method,
    app,
    user_tag: null,
    request,
    received_ms: nowMs,
    deadline_ms: nowMs + 5_000,
    signature: '',
    boundaries: '',
  }
}

function tokenCall(presented: TokenRequest['presented'], more: Partial<TokenRequest> = {}) {
  return callOf(issueToken, {
    app_key: appA.key,
    presented,
    scopes: null,
    fresh: freshTokens(),
    ...more,
  })
}

const codeCall = (more: Partial<TokenRequest> = {}, code = CODE, redirect = REDIRECT) =>
  tokenCall(presentCode(code, redirect, undefined), more)
const refreshCall = (token: string, more: Partial<TokenRequest> = {}) =>
  tokenCall(presentRefreshToken(token), more)

function told(outcome: Outcome | undefined): TokenOutcome {
  if (outcome?.kind !== 'answered') throw new Error(JSON.stringify(outcome))
  return outcome.answer as TokenOutcome
}

function issued(outcome: Outcome | undefined): TokenAnswer {
  const answer = told(outcome)
  if (answer.kind !== 'issued') throw new Error(answer.trouble)
  return answer.answer
}

async function start(open: OpenDatabase, more: Partial<Consent> = {}) {
  const platform = await testPlatform(await open(), migrations, handlers, async () => {})
  await platform.run(callOf(grantAccess, { ...consent, ...more }))
  const one = async (call: WriteCall) => told((await platform.run(call))[0])
  const pair = async (call: WriteCall) => issued((await platform.run(call))[0])
  const isAlive = async ({ access_token }: TokenAnswer) => {
    const session = await findSession(platform.db, access_token)
    return session !== undefined && !session.revoked && session.expires_ms > platform.clock.ms
  }
  return { ...platform, one, pair, isAlive }
}

const challengeOf = (verifier: string) => ({
  code_challenge: presentCode('', null, verifier).challenge,
})

/** Connections to this database that wait for a lock. */
const waitingSql = `SELECT count(*) AS waiting FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock'`

const refused = (trouble: string) => ({ kind: 'refused', trouble })

eachDatabase('a code', (open, dialect) => {
  it('gives a session key in the form of TOP, which speaks for the user within his consent', async () => {
    const { db, clock, pair } = await start(open)
    clock.ms += 2 * SECOND
    const answer = await pair(codeCall())
    expect(answer).toMatchObject({
      token_type: 'Bearer',
      expires_in: 86_400,
      re_expires_in: 2_592_000,
      r1_expires_in: 86_400,
      r2_expires_in: 86_400,
      w1_expires_in: 86_400,
      w2_expires_in: 1_800,
      expire_time: clock.ms + DAY,
      w2_valid: clock.ms + 30 * 60 * SECOND,
      refresh_token_valid_time: clock.ms + 30 * DAY,
      taobao_user_id: '2201234567890',
      taobao_user_nick: '%E6%B2%99%E7%AE%B1%E5%95%86%E5%AE%B6',
      scope: 'alihouse,charity',
    })
    for (const token of [answer.access_token, answer.refresh_token]) {
      expect(token).toMatch(/^6200[0-9A-Za-z]{51}[0-9]$/)
    }
    expect(await findSession(db, answer.access_token)).toEqual({
      app_key: appA.key,
      user_tag: testVault.tag('taobao_user', '2201234567890'),
      expires_ms: clock.ms + DAY,
      revoked: false,
      scopes: ['alihouse', 'charity'],
      r2_until_ms: clock.ms + DAY,
      w2_until_ms: clock.ms + 30 * 60 * SECOND,
    })
  })

  it('counts for 60 seconds', async () => {
    const early = await start(open)
    early.clock.ms += 60 * SECOND - 1
    expect((await early.one(codeCall())).kind).toBe('issued')
  })

  it('does not count a millisecond longer', async () => {
    const late = await start(open)
    late.clock.ms += 60 * SECOND
    expect(await late.one(codeCall())).toEqual(refused('expired'))
  })

  it('counts for its app and its address alone, and a wrong try does not use it up', async () => {
    const { one } = await start(open)
    expect(await one(codeCall({ app_key: appB.key }))).toEqual(refused('unknown'))
    expect(await one(codeCall({}, 'another'))).toEqual(refused('unknown'))
    expect(await one(codeCall({}, CODE, 'https://x.app.example/cb'))).toEqual(
      refused('other-redirect'),
    )
    expect(await one(codeCall({ scopes: ['alihouse', 'followup'] }))).toEqual(
      refused('wider-scope'),
    )
    expect((await one(codeCall({ scopes: ['alihouse'] }))).kind).toBe('issued')
  })

  it('that was asked for with a challenge needs its verifier', async () => {
    const { code_challenge } = challengeOf(VERIFIER)
    const { one } = await start(open, { code_challenge })
    const withVerifier = (verifier?: string) => tokenCall(presentCode(CODE, REDIRECT, verifier))
    expect(await one(withVerifier())).toEqual(refused('wrong-verifier'))
    expect(await one(withVerifier('x'.repeat(43)))).toEqual(refused('wrong-verifier'))
    expect((await one(withVerifier(VERIFIER))).kind).toBe('issued')
  })

  it('that was asked for without a challenge takes no verifier', async () => {
    const { one } = await start(open)
    expect(await one(tokenCall(presentCode(CODE, REDIRECT, VERIFIER)))).toEqual(
      refused('wrong-verifier'),
    )
  })

  it('that comes a second time ends what came from it, also after its time', async () => {
    const { clock, one, pair, isAlive } = await start(open)
    const first = await pair(codeCall())
    const next = await pair(refreshCall(first.refresh_token))
    expect([await isAlive(first), await isAlive(next)]).toEqual([true, true])
    clock.ms += HOUR
    expect(await one(codeCall())).toEqual(refused('used-again'))
    expect([await isAlive(first), await isAlive(next)]).toEqual([false, false])
    expect(await one(refreshCall(next.refresh_token))).toEqual(refused('revoked'))
    expect(await one(codeCall())).toEqual(refused('used-again'))
  })

  it('gives one session key of fifty who ask at once', async () => {
    const { run, db } = await start(open)
    // One writer owns an SQLite file; on PostgreSQL batches of many nodes run at the same time.
    const batchCount = dialect === 'sqlite' ? 1 : 10
    const batches = await Promise.all(
      Array.from({ length: batchCount }, () =>
        run(...Array.from({ length: 50 / batchCount }, () => codeCall())),
      ),
    )
    const kinds = batches.flat().map((outcome) => told(outcome).kind)
    expect(kinds.filter((kind) => kind === 'issued')).toHaveLength(1)
    expect(kinds).toHaveLength(50)
    const rows = await db.all('SELECT token_hash FROM app_session', [], {
      token_hash: { kind: 'text', nullable: false },
    })
    expect(rows).toHaveLength(1)
  })

  if (dialect === 'postgres') {
    it('makes the nodes that hold it wait for each other', async () => {
      const other = await start(() => open('shared'))
      const db = await open('shared')
      const [saved, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      let isSlow = false
      const slow = await testPlatform(
        {
          dialect: 'postgres',
          changeSchema: (work) => db.changeSchema(work),
          transaction: (work) =>
            db.transaction(async (tx) => {
              const result = await work(tx)
              if (isSlow) {
                saved.resolve()
                await held.promise
              }
              return result
            }),
          all: (...given) => db.all(...given),
          read: (...given) => db.read(...given),
          follow: (...given) => db.follow(...given),
          close: () => db.close(),
        },
        migrations,
        handlers,
        async () => {},
      )
      isSlow = true
      const first = slow.run(codeCall())
      await saved.promise
      // The first has its session key and is not committed: the second reads only after that.
      const second = other.one(codeCall())
      await expect.poll(() => db.all(waitingSql, [], { waiting: int })).toEqual([{ waiting: 1 }])
      held.resolve()
      expect(told((await first)[0]).kind).toBe('issued')
      expect(await second).toEqual(refused('used-again'))
    })
  }
})

eachDatabase('a refresh token', (open) => {
  it('gives a new pair; the old session key lives to its end, the risky classes are not renewed', async () => {
    const { clock, pair, isAlive } = await start(open)
    const first = await pair(codeCall())
    clock.ms += 20 * HOUR
    const second = await pair(refreshCall(first.refresh_token))
    expect(second.access_token).not.toBe(first.access_token)
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(second).toMatchObject({ expires_in: 86_400, r2_expires_in: 14_400, w2_expires_in: 0 })
    expect(second.w2_valid).toBe(first.w2_valid)
    expect(await isAlive(first)).toBe(true)
    clock.ms += 4 * HOUR
    expect([await isAlive(first), await isAlive(second)]).toEqual([false, true])
  })

  it('counts for 30 days and no longer', async () => {
    const { clock, one, pair } = await start(open)
    const first = await pair(codeCall())
    clock.ms += 30 * DAY - 1
    const second = await pair(refreshCall(first.refresh_token))
    clock.ms += 30 * DAY
    expect(await one(refreshCall(second.refresh_token))).toEqual(refused('expired'))
  })

  it('counts for its app alone, and for no more than was granted', async () => {
    const { one, pair } = await start(open)
    const { refresh_token } = await pair(codeCall())
    expect(await one(refreshCall(refresh_token, { app_key: appB.key }))).toEqual(refused('unknown'))
    expect(await one(refreshCall(refresh_token, { scopes: ['all'] }))).toEqual(
      refused('wider-scope'),
    )
    expect((await one(refreshCall(refresh_token))).kind).toBe('issued')
  })

  it('that comes a second time ends the whole family, and no other', async () => {
    const { run, one, pair, isAlive } = await start(open)
    await run(callOf(grantAccess, { ...consent, code_hash: hashToken('other') }))
    const other = await pair(codeCall({}, 'other'))
    const first = await pair(codeCall())
    const second = await pair(refreshCall(first.refresh_token))
    expect(await one(refreshCall(first.refresh_token))).toEqual(refused('used-again'))
    expect([await isAlive(first), await isAlive(second)]).toEqual([false, false])
    expect(await one(refreshCall(second.refresh_token))).toEqual(refused('revoked'))
    expect(await isAlive(other)).toBe(true)
  })

  it('counts once when two ask in one batch, and then nothing of the family is left', async () => {
    const { run, pair, isAlive } = await start(open)
    const { refresh_token } = await pair(codeCall())
    const outcomes = await run(refreshCall(refresh_token), refreshCall(refresh_token))
    expect(outcomes.map((outcome) => told(outcome).kind)).toEqual(['issued', 'refused'])
    expect(await isAlive(issued(outcomes[0]))).toBe(false)
  })
})

eachDatabase('the token APIs', (open) => {
  const prepared = (handler: WriteHandler, request: object, app = appA) =>
    callOf(handler, handler.prepare?.(request, nowMs) ?? request, app)

  const resultOf = (outcome: Outcome | undefined): TokenAnswer => {
    if (outcome?.kind !== 'answered') throw new Error(JSON.stringify(outcome))
    return JSON.parse((outcome.answer as { token_result: string }).token_result)
  }

  it('answer as the token end point does, as JSON text', async () => {
    const { run, isAlive } = await start(open)
    const [created] = await run(prepared(createAuthToken, { code: CODE }))
    const first = resultOf(created)
    expect(first).toMatchObject({ token_type: 'Bearer', scope: 'alihouse,charity' })
    const { refresh_token } = first
    const [refreshed] = await run(prepared(refreshAuthToken, { refresh_token }))
    expect(await isAlive(resultOf(refreshed))).toBe(true)
  })

  it('refuse a second time and end what came from it', async () => {
    const { run, isAlive } = await start(open)
    const [created] = await run(prepared(createAuthToken, { code: CODE }))
    const first = resultOf(created)
    const [again] = await run(prepared(createAuthToken, { code: CODE }))
    expect(again).toMatchObject({
      kind: 'refused',
      refusal: 'invalid-parameter',
      detail: { argument: 'code', subMsg: expect.stringMatching(/^非法参数：code 已被使用过/) },
    })
    expect(await isAlive(first)).toBe(false)
  })

  it('refuse a code with a challenge, and a refresh token of another app', async () => {
    const { run } = await start(open, challengeOf(VERIFIER))
    const outcomes = await run(
      prepared(createAuthToken, { code: CODE }),
      prepared(refreshAuthToken, { refresh_token: 'x' }, appB),
    )
    expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
  })
})

function asText(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)
}

eachDatabase('what is stored', (open) => {
  it('holds no code, no token and no user', async () => {
    const { db, pair } = await start(open)
    const first = await pair(codeCall())
    const second = await pair(refreshCall(first.refresh_token))
    const rows = [
      ...(await db.all('SELECT * FROM token_family', [], familyTable.columns)),
      ...(await db.all('SELECT * FROM app_session', [], sessionTable.columns)),
    ]
    const kept = rows.flatMap((row) => Object.values(row).map(asText)).join(' ')
    expect(kept).toContain(hashToken(second.refresh_token))
    const secrets = [CODE, first, second].flatMap((secret) =>
      typeof secret === 'string' ? [secret] : [secret.access_token, secret.refresh_token],
    )
    for (const secret of [...secrets, '2201234567890', '沙箱商家']) {
      expect(kept).not.toContain(secret)
    }
  })
})
