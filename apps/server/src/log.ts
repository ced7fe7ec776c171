import { requestIdOf } from '@topgate/contracts'
import type { JournalEntry } from '@topgate/gateway'
import { pino } from 'pino'

/** The log of the operators: one JSON object per line, no personal data, no secrets. */
export interface Log {
  call(entry: JournalEntry): void
  report(level: 'warn' | 'error', message: string, facts: object): void
  fatal(message: string): void
}

/** Lines of calls are written in blocks: a call never waits for its line. */
const BLOCK_BYTES = 8 * 1024
const FLUSH_MS = 500

export function createLog(level: string): Log {
  const destination = pino.destination({ dest: 1, sync: false, minLength: BLOCK_BYTES })
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  const logsCalls = logger.isLevelEnabled('info')
  setInterval(() => destination.flush(), FLUSH_MS).unref()
  return {
    call(entry) {
      if (!logsCalls) return
      logger.info({
        request_id: requestIdOf(entry.id),
        app_key: entry.app_key,
        method: entry.method,
        code: entry.code,
        sub_code: entry.sub_code,
        success: entry.success,
        ...(entry.dryRun ? { dry_run: true } : {}),
        ms: entry.duration_us / 1000,
        bytes_in: entry.bytes_in,
        bytes_out: entry.bytes_out,
      })
    },
    report(severity, message, facts) {
      logger[severity]({ ...facts, error: undefined, err: errorOf(facts) }, message)
    },
    fatal(message) {
      logger.fatal(message)
      destination.flushSync()
    },
  }
}

function errorOf(facts: object): unknown {
  if ('error' in facts) return facts.error
  return 'cause' in facts && facts.cause instanceof Error ? facts.cause : undefined
}
