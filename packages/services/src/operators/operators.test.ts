import type { WriteCall } from '@topgate/engine'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { appA, nowMs } from '../testing/write-call.ts'
import { type AuditNote, findAuditLines, noteAct } from './audit.ts'
import { findCredential, type SetPasswordRequest, setPassword } from './set-password.ts'
import { operatorsMigration } from './tables.ts'

function call<Request>(id: bigint, method: string, request: Request): WriteCall<Request> {
  return {
    id,
    method,
    app: appA,
    user_tag: null,
    request,
    received_ms: nowMs,
    deadline_ms: nowMs + 5_000,
    signature: '',
    boundaries: '',
  }
}

const password = (id: bigint, password_hash: string, first = false) =>
  call<SetPasswordRequest>(id, setPassword.method, { password_hash, first })
const note = (id: bigint, more: Partial<AuditNote> = {}) =>
  call<AuditNote>(id, noteAct.method, {
    act: 'read',
    session: 's1',
    object: 'chat 78bf',
    reason: '投诉 T-1',
    ...more,
  })

eachDatabase('the password of the console', (open) => {
  const start = async () =>
    testPlatform(await open(), operatorsMigration, setPassword, async () => {})

  it('is absent, then the one that was set last', async () => {
    const { db, clock, run } = await start()
    expect(await findCredential(db)).toBeUndefined()
    await run(password(1n, 'one'))
    expect((await findCredential(db))?.changed_ms).toBe(nowMs)
    // Sessions know their password by its time: two never have the same, whatever the clock says.
    clock.ms = nowMs - 60_000
    await run(password(2n, 'two'), password(3n, 'three'))
    expect(await findCredential(db)).toEqual({
      name: 'console',
      password_hash: 'three',
      changed_ms: nowMs + 2,
    })
  })

  it('is set up once: who comes second changes nothing', async () => {
    const { db, run } = await start()
    const outcomes = await run(password(1n, 'one', true), password(2n, 'two', true))
    outcomes.push(...(await run(password(3n, 'three', true))))
    expect(outcomes.map((outcome) => outcome.kind === 'answered' && outcome.answer)).toEqual([
      { done: true },
      { done: false },
      { done: false },
    ])
    expect(await findCredential(db)).toMatchObject({ password_hash: 'one' })
  })
})

eachDatabase('what operators did', (open) => {
  const start = async () => testPlatform(await open(), operatorsMigration, noteAct, async () => {})

  it('is told newest first, with the words of the operator', async () => {
    const { db, run } = await start()
    await run(note(1n, { act: 'log-in', object: '', reason: '' }), note(2n))
    const at_ms = nowMs
    expect(await findAuditLines(db, testVault, 10)).toEqual([
      { id: 2n, at_ms, act: 'read', session: 's1', object: 'chat 78bf', reason: '投诉 T-1' },
      { id: 1n, at_ms, act: 'log-in', session: 's1', object: '', reason: '' },
    ])
    expect(await findAuditLines(db, testVault, 1)).toHaveLength(1)
  })

  it('keeps the reason sealed, for it may name a person', async () => {
    const { db, run } = await start()
    await run(note(1n, { reason: '张三 13800138000' }))
    const [row] = await db.all('SELECT reason FROM operator_audit', [], {
      reason: { kind: 'bytes', nullable: false },
    })
    expect(Buffer.from(row?.reason ?? []).includes('13800138000')).toBe(false)
  })
})
