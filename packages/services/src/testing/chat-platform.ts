import {
  type followupFetch,
  followupRecall,
  type followupSend,
  type RequestOf,
  type ResponseOf,
} from '@topgate/contracts'
import type { CallerApp, Outcome, WriteCall } from '@topgate/engine'
import type { SchemaDatabase } from '@topgate/storage'
import { recallFollowup } from '../followup/alibaba.alihealth.followup.dialogrecord.recall.ts'
import { fetchFollowup } from '../followup/alibaba.alihealth.followup.fetch.ts'
import { sendFollowup } from '../followup/alibaba.alihealth.followup.send.ts'
import { seedFollowup } from '../followup/seed.ts'
import { followupMigration, followupRecallMigration } from '../followup/tables.ts'
import type { ServiceTools } from '../service.ts'
import { doctor, doctorToken, followupFixtures, group, sessionId } from './sample-message.ts'
import { testPlatform, testVault } from './test-platform.ts'
import { appA, nowMs, writeCall } from './write-call.ts'

type FetchRequest = RequestOf<typeof followupFetch>
type RecallRequest = RequestOf<typeof followupRecall>
type FetchResult = ResponseOf<typeof followupFetch>['result1']

/** Chats with their three APIs, on a clock that only moves when somebody waits. */
export async function chatPlatform(db: SchemaDatabase) {
  const platform = await testPlatform(
    db,
    [followupMigration, followupRecallMigration],
    [sendFollowup, recallFollowup],
    (tx) => seedFollowup(tx, testVault, followupFixtures, 'keep'),
  )
  const waits: number[] = []
  const alerts: string[] = []
  const node = { elapsed_ms: 0, isClosing: false, reads: 0, onPause: async () => {} }
  const tools: ServiceTools = {
    db: {
      dialect: db.dialect,
      transaction: (work) => db.transaction(work),
      all(sql, params, columns) {
        node.reads += 1
        return db.all(sql, params, columns)
      },
      read(lookup, keys) {
        node.reads += 1
        return db.read(lookup, keys)
      },
      follow: (table, cursor, limit) => db.follow(table, cursor, limit),
      close: () => db.close(),
    },
    vault: testVault,
    nowMs: () => platform.clock.ms,
    elapsedMs: () => node.elapsed_ms,
    async pause(ms) {
      waits.push(ms)
      await node.onPause()
      node.elapsed_ms += ms
    },
    alert: (message) => alerts.push(message),
    isClosing: () => node.isClosing,
    directory: (read) => ({ find: read }),
  }
  const answer = fetchFollowup.open(tools)
  return {
    ...platform,
    tools,
    node,
    waits,
    alerts,
    async fetch(
      members: Partial<FetchRequest['request1']> = {},
      auth_token: string | null = doctorToken,
      app: CallerApp = appA,
    ): Promise<FetchResult> {
      const request1 = { session_id: sessionId, rs_type: '2', user_id: doctor, ...members }
      const request = auth_token === null ? { request1 } : { request1, auth_token }
      const call = { app, request, received_ms: nowMs, peer: '203.0.113.9' }
      return ((await answer(call)) as ResponseOf<typeof followupFetch>).result1
    },
  }
}

/** The page from the start, without what the memory of the node may still hold. */
export function idsOf({ dialog_list = [] }: FetchResult): string[] {
  return dialog_list.map(({ id }) => id)
}

/** Takes a message back, by default as the doctor of the sample. */
export function recall(
  record_id: string,
  members: Partial<RecallRequest['request1']> = {},
  auth_token: string = doctorToken,
  other: Partial<WriteCall> = {},
): WriteCall<RecallRequest> {
  const request1 = {
    record_id,
    session_id: sessionId,
    bterm_user_id: group,
    rs_type: '2',
    ...members,
  }
  return writeCall(followupRecall, { auth_token, request1 }, other)
}

export interface SentMessage {
  readonly id: string
  readonly time_stamp: string
}

/** What a message that was accepted is called from now on. */
export function sentIn(outcome: Outcome | undefined): SentMessage {
  const result = resultIn<ResponseOf<typeof followupSend>['result1']>(outcome)
  if (result?.model === undefined) throw new Error(`not sent: ${result?.msg_code}`)
  return result.model
}

export function resultIn<Result>(outcome: Outcome | undefined): Result | undefined {
  if (outcome?.kind !== 'answered') return undefined
  return (outcome.answer as { result1: Result }).result1
}
