import { requestIdOf } from '@topgate/contracts'
import type { JournalEntry } from '@topgate/gateway'
import { pino } from 'pino'
import { LineWriter } from './line-writer.ts'

/** The log of the operators: one JSON object per line, no personal data, no secrets. */
export interface Log {
  call(entry: JournalEntry): void
  report(level: 'warn' | 'error', message: string, facts: object): void
  fatal(message: string): void
}

const STANDARD_OUTPUT = 1
const FLUSH_MS = 500

/**
 * Not by the destinations of pino: a disk that is full ends their process, which then tries for ever
 * to write what is left and never comes to its end.
 */
export function createLog(level: string): Log {
  const lines = new LineWriter(STANDARD_OUTPUT)
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, lines)
  const logsCalls = logger.isLevelEnabled('info')
  const flush = () => {
    const dropped = lines.takeDropped()
    if (dropped > 0) logger.warn({ lines: dropped }, 'lines of the log were left out')
    lines.flush()
  }
  setInterval(flush, FLUSH_MS).unref()
  process.once('exit', () => lines.flushSync())
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
      lines.flushSync()
    },
  }
}

function errorOf(facts: object): unknown {
  if ('error' in facts) return facts.error
  return 'cause' in facts && facts.cause instanceof Error ? facts.cause : undefined
}
