import type { SystemCall } from './strace.ts'

export interface SyncOrder {
  readonly answers: number
  /** That wrote to one of the given pages since the server was ready. */
  readonly transactions: number
  readonly violations: readonly string[]
}

interface LogTransaction {
  readonly pages: readonly number[]
  readonly writtenAt: number
}

/**
 * Pairs the answers to one client with the transactions that wrote to the pages of its table: both
 * came one after the other. Before each answer began, a sync of the log must have returned that
 * began after the last log write of its transaction.
 */
export function checkSyncOrder(
  calls: readonly SystemCall[],
  clientPort: number,
  pages: ReadonlySet<number>,
): SyncOrder {
  const answers = calls.filter((call) => call.kind === 'answer' && call.client_port === clientPort)
  const syncs = calls.filter(({ kind }) => kind === 'log-sync')
  // The first answer says that the server is ready: what was written before made the table.
  const ready = calls.find(({ kind }) => kind === 'answer')?.began ?? 0
  const transactions = transactionsOf(calls).filter(
    (transaction) =>
      transaction.writtenAt > ready && transaction.pages.some((page) => pages.has(page)),
  )
  const violations = answers.flatMap((answer, index) => {
    const writtenAt = transactions[index]?.writtenAt ?? Number.POSITIVE_INFINITY
    const isSynced = syncs.some((sync) => sync.began > writtenAt && sync.returned < answer.began)
    return isSynced ? [] : [`answer ${index} at line ${answer.began}, written at ${writtenAt}`]
  })
  return { answers: answers.length, transactions: transactions.length, violations }
}

/** One writer writes the log, so the frames of a transaction stand together. */
function transactionsOf(calls: readonly SystemCall[]): LogTransaction[] {
  const transactions: LogTransaction[] = []
  let pages: number[] = []
  let isEnding = false
  for (const call of calls) {
    if (call.kind === 'frame') {
      pages.push(call.page)
      isEnding = call.commits
    } else if (call.kind === 'log-write' && isEnding) {
      // The page that belongs to the last frame header.
      transactions.push({ pages, writtenAt: call.returned })
      pages = []
      isEnding = false
    }
  }
  return transactions
}
