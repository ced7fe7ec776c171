import type { MessagePort } from 'node:worker_threads'
import { catalogue } from '@topgate/contracts'
import { type BatchEvent, type BatchTools, runBatch, type WriteHandler } from '@topgate/engine'
import { type Notes, saveNotes } from '@topgate/services'
import {
  type Database,
  type MasterKeys,
  openSqlite,
  openVault,
  StorageFault,
} from '@topgate/storage'
import { BatchMessages, type PackedCalls, type PackedOutcomes } from './batch-message.ts'
import { timingCommits } from './commit-time.ts'

/** What the main thread asks of the writer thread: plain data, one message per batch. */
export type WriterRequest =
  | {
      readonly kind: 'batch'
      readonly number: number
      /** The clock of the server, so that a test that sets it sets it here too. */
      readonly nowMs: number
      readonly calls: PackedCalls
    }
  | { readonly kind: 'notes'; readonly number: number; readonly notes: Notes }
  | { readonly kind: 'close'; readonly number: number }

export type WriterReply =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done'
      readonly number: number
      readonly outcomes: PackedOutcomes
      /** Seconds that the COMMITs of a batch took; 0 for anything else. */
      readonly commitS: number
    }
  | { readonly kind: 'failed'; readonly number: number; readonly message: string }
  | { readonly kind: 'event'; readonly event: Omit<BatchEvent, 'cause'>; readonly message: string }
  /** Nothing may be acknowledged any more; the process has to end. */
  | { readonly kind: 'fatal'; readonly message: string }

export interface WriterData {
  readonly path: string
  readonly masterKey: MasterKeys
}

/**
 * The writer thread: owns the SQLite file and runs one batch at a time. `adapt` stands between the
 * engine and the database; the tests of durability use it to break what must not break.
 */
export function runWriter(
  port: MessagePort,
  data: WriterData,
  handlers: readonly WriteHandler[],
  adapt: (db: Database) => Database = (db) => db,
): void {
  const commits = { seconds: 0 }
  const db = timingCommits(
    adapt(openSqlite({ path: data.path, checkpointThread: true })),
    (seconds) => {
      commits.seconds += seconds
    },
  )
  const tools: WriterTools = {
    db,
    commits,
    messages: new BatchMessages(catalogue, handlers),
    vault: openVault({ masterKey: data.masterKey }),
    handlers: new Map(handlers.map((handler) => [handler.method, handler])),
    random: Math.random,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    report: ({ kind, calls, cause }) =>
      post({ kind: 'event', event: { kind, calls }, message: messageOf(cause) }),
  }
  const post = (reply: WriterReply) => port.postMessage(reply)
  let turn = Promise.resolve()
  port.on('message', (request: WriterRequest) => {
    turn = turn.then(() => serve(request, tools).then(post, (cause) => fail(request, cause)))
  })
  const fail = (request: WriterRequest, cause: unknown) => {
    const message = messageOf(cause)
    if (request.kind === 'batch' || isFatal(cause)) post({ kind: 'fatal', message })
    else post({ kind: 'failed', number: request.number, message })
  }
  post({ kind: 'ready' })
}

interface WriterTools extends Omit<BatchTools, 'nowMs'> {
  readonly commits: { seconds: number }
  readonly messages: BatchMessages
}

const noOutcomes: PackedOutcomes = { count: 0, values: [] }

async function serve(request: WriterRequest, tools: WriterTools): Promise<WriterReply> {
  const { number } = request
  switch (request.kind) {
    case 'batch': {
      const { messages, commits } = tools
      commits.seconds = 0
      const calls = messages.unpackCalls(request.calls)
      const outcomes = await runBatch({ ...tools, nowMs: () => request.nowMs }, calls)
      return {
        kind: 'done',
        number,
        outcomes: messages.packOutcomes(outcomes, calls),
        commitS: commits.seconds,
      }
    }
    case 'notes':
      await tools.db.transaction((tx) => saveNotes(tx, request.notes))
      return { kind: 'done', number, outcomes: noOutcomes, commitS: 0 }
    case 'close':
      await tools.db.close()
      return { kind: 'done', number, outcomes: noOutcomes, commitS: 0 }
    default:
      return request satisfies never
  }
}

function isFatal(cause: unknown): boolean {
  return cause instanceof StorageFault && cause.kind === 'fatal'
}

/** For the log of the operators; never part of an answer. */
function messageOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
