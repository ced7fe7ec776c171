import { join } from 'node:path'
import { int, openSqlite } from '@topgate/storage'
import { expect, it } from 'vitest'
import { charity } from '../testing/samples.ts'
import { sandboxDuring } from '../testing/start-server.ts'
import { type Answered, having, sendChanged, without } from './sender.ts'

const server = sandboxDuring()

const CALLS = 320
const AT_ONCE = 16

/** One call in four succeeds, is declined, is refused before the signature, or is only tried. */
function send(number: number): Promise<Answered> {
  const { url } = server()
  const id = `METRIC_${number}`
  switch (number % 4) {
    case 0:
      return sendChanged(url, charity(id))
    case 1:
      return sendChanged(url, charity(id, { activity_id: 12347 }))
    case 2:
      return sendChanged(url, charity(id), {
        sent: number % 8 === 2 ? having('sign', 'x') : without('v'),
      })
    default:
      return sendChanged(url, charity(id), { headers: { 'X-Topgate-Dry-Run': '1' } })
  }
}

const outcomeOf = ({ code, body, headers }: Answered): string => {
  if (headers.has('X-Topgate-Dry-Run')) return 'dry-run'
  if (code > 0) return `refused ${code}`
  return body.includes('"success":true') ? 'success' : 'declined'
}

async function scrape(): Promise<string> {
  const response = await fetch(`${server().operatorUrl}/metrics`)
  expect(response.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/)
  return response.text()
}

function countsIn(text: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [, labels = '', value] of text.matchAll(/^topgate_calls_total\{(.*)\} (\d+)$/gm)) {
    const label = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(labels)?.[1] ?? ''
    const outcome = label('outcome')
    const name = outcome === 'refused' ? `refused ${label('code')}` : outcome
    counts[name] = (counts[name] ?? 0) + Number(value)
  }
  return counts
}

const total = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

it('the metrics, the journal and the client count the same, while calls arrive', async () => {
  const seen: Record<string, number> = {}
  const scraped: number[] = []
  let next = 0
  const worker = async () => {
    while (next < CALLS) {
      const number = next
      next += 1
      const outcome = outcomeOf(await send(number))
      seen[outcome] = (seen[outcome] ?? 0) + 1
      if (number % 40 === 0) scraped.push(total(countsIn(await scrape())))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))

  const text = await scrape()
  expect(countsIn(text)).toEqual(seen)
  expect(seen).toEqual({
    success: 80,
    declined: 80,
    'refused 25': 40,
    'refused 32': 40,
    'dry-run': 80,
  })
  // Counters only rise, and a scrape in between is never ahead of what was sent.
  expect(scraped).toEqual([...scraped].sort((a, b) => a - b))
  expect(scraped.every((count) => count <= CALLS)).toBe(true)
  expect(text).toMatch(/topgate_call_duration_seconds_count\{api="alibaba[^}]*"\} 320/)

  const status = await (await fetch(`${server().operatorUrl}/status`)).json()
  expect(status.journal.calls).toBe(CALLS)
  const dropped = Number(/^topgate_journal_dropped_total (\d+)$/m.exec(text)?.[1])
  expect(dropped).toBe(status.journal.dropped)
  await expect.poll(journalRows, { timeout: 10_000 }).toBe(CALLS - dropped)
  // Every batch that was written is one observation; dry runs and declines write none alone.
  const batched = Number(/^topgate_batch_calls_sum (\d+)$/m.exec(text)?.[1])
  expect(batched).toBe(status.queue.calls)
  expect(text).toMatch(/^topgate_commit_duration_seconds_count [1-9]/m)
})

async function journalRows(): Promise<number> {
  const db = openSqlite({ path: join(server().dataDir, 'topgate.db'), readonly: true })
  try {
    const sql = 'SELECT count(*) AS rows FROM call_journal'
    return (await db.all(sql, [], { rows: int }))[0]?.rows ?? 0
  } finally {
    await db.close()
  }
}

it('the status of the node is a page for a browser', async () => {
  const response = await fetch(`${server().operatorUrl}/status?lang=en`, {
    headers: { Accept: 'text/html' },
  })
  const body = await response.text()
  expect(response.status).toBe(200)
  for (const part of ['Ready', 'queue-max', 'Calls per batch']) expect(body).toContain(part)
})
