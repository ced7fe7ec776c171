import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BatchQueue, IdSource, runBatch } from '@topgate/engine'
import { type Database, openPostgres } from '@topgate/storage'
import type { MeasureOptions } from './measure.ts'
import { type PrivatePostgres, startPrivatePostgres } from './private-postgres.ts'
import type { Section } from './section.ts'
import { median, ratioOf, ratioText, rounded } from './statistics.ts'
import {
  batchToolsOf,
  countStored,
  prepareDatabase,
  sandboxVault,
  writeCall,
} from './topgate-data.ts'

const CLIENTS = 256
const CONNECTIONS = 2
const BATCH_MAX = 128
const PGBENCH_CLIENTS = 32

/**
 * Batches of the engine beside pgbench doing the same work as one transaction a call, in turns on
 * one server. Each has a schema of its own, so that their tables grow alike.
 */
export async function comparePostgres(options: MeasureOptions): Promise<Section> {
  const postgres = await startPrivatePostgres()
  try {
    return await compareOn(postgres, options)
  } finally {
    await postgres.stop()
  }
}

async function compareOn(postgres: PrivatePostgres, options: MeasureOptions): Promise<Section> {
  const { rounds, seconds, warmUpSeconds, progress } = options
  await makeSchemas(postgres)
  const db = await openSchema(postgres, 'engine')
  const peer = await openSchema(postgres, 'peer')
  await peer.close()
  const engine: number[] = []
  const pgbench: number[] = []
  let answers = 0
  for (let round = 0; round <= rounds; round += 1) {
    const length = round === 0 ? warmUpSeconds : seconds
    const answered = await runEngine(db, length)
    const transactions = await runPgbench(postgres, length)
    answers += answered
    progress(`engine ${Math.round(answered / length)}, pgbench ${Math.round(transactions)} calls/s`)
    if (round === 0) continue
    engine.push(answered / length)
    pgbench.push(transactions)
  }
  const stored = await countStored(db)
  await db.close()
  const ratio = ratioOf(engine, pgbench)
  return {
    numbers: {
      ratio_to_pgbench: rounded(ratio.median),
      ratio_to_pgbench_min: rounded(ratio.min),
      ratio_to_pgbench_max: rounded(ratio.max),
      postgres_calls_per_s: rounded(median(engine)),
      pgbench_calls_per_s: rounded(median(pgbench)),
    },
    lines: [
      `PostgreSQL: engine ${median(engine).toFixed(0)} calls/s (${CLIENTS} clients, ` +
        `${CONNECTIONS} connections), pgbench ${median(pgbench).toFixed(0)} (-c${PGBENCH_CLIENTS}); ` +
        `ratio ${ratioText(ratio)}.`,
    ],
    problems:
      stored.actions === answers && stored.addsUp
        ? []
        : [`PostgreSQL holds ${stored.actions} actions for ${answers} answers`],
  }
}

function urlOf({ port }: PrivatePostgres, schema: string): string {
  const options = encodeURIComponent(`-c search_path=${schema}`)
  return `postgres://topgate@127.0.0.1:${port}/postgres?options=${options}`
}

async function makeSchemas({ port, programs }: PrivatePostgres): Promise<void> {
  const url = `postgres://topgate@127.0.0.1:${port}/postgres`
  const sql = 'CREATE SCHEMA engine; CREATE SCHEMA peer'
  await promisify(execFile)(join(programs, 'psql'), ['-q', '-c', sql, url])
}

async function openSchema(postgres: PrivatePostgres, schema: string): Promise<Database> {
  const db = await openPostgres({ url: urlOf(postgres, schema), connections: CONNECTIONS })
  await prepareDatabase(db, sandboxVault())
  return db
}

/** Clients that each send their next call when the last one is answered. Returns the answers. */
async function runEngine(db: Database, seconds: number): Promise<number> {
  const tools = batchToolsOf(db, sandboxVault())
  const queue = new BatchQueue({
    run: (calls) => runBatch(tools, calls),
    batchMax: BATCH_MAX,
    inFlightMax: CONNECTIONS,
    aheadMax: 0,
    queueMax: CLIENTS,
    waitMsMax: 500,
    elapsedMs: () => performance.now(),
    nowMs: Date.now,
    defer: (task) => setImmediate(task),
    onBroken(cause) {
      throw cause
    },
  })
  const ids = new IdSource(() => 1, Date.now)
  const endMs = performance.now() + seconds * 1000
  let answers = 0
  const client = async () => {
    while (performance.now() < endMs) {
      const outcome = await queue.submit(writeCall(ids.next(), Date.now()))
      if (outcome.kind !== 'answered' || outcome.effect !== 'new') {
        throw new Error(`a call ended as ${JSON.stringify(outcome)}`)
      }
      answers += 1
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return answers
}

/** The same settings of the planner as the engine's connections have. */
const plannerOptions = ['seqscan', 'hashjoin', 'mergejoin'].map((name) => `-c enable_${name}=off`)

/** Transactions per second, without the time to connect. */
async function runPgbench({ port, programs }: PrivatePostgres, seconds: number): Promise<number> {
  const script = join(import.meta.dirname, 'postgres-call.sql')
  const { stdout } = await promisify(execFile)(
    join(programs, 'pgbench'),
    [
      ...['-n', '-M', 'prepared', '-f', script, '-c', String(PGBENCH_CLIENTS), '-j', '1'],
      ...[
        '-T',
        String(seconds),
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-U',
        'topgate',
        'postgres',
      ],
    ],
    { env: { ...process.env, PGOPTIONS: ['-c search_path=peer', ...plannerOptions].join(' ') } },
  )
  const found = /tps = ([0-9.]+) \(without initial connection time\)/.exec(stdout)
  if (found === null) throw new Error(`pgbench said: ${stdout}`)
  return Number(found[1])
}
