import { type BenchApi, housing, housingRow, newRowId } from './apis.ts'
import { signedBody } from './calls.ts'

/**
 * Sends large housing calls, one a second, as its own process, so that making and sending them
 * costs the measuring process nothing. Arguments: address, number of calls.
 * Says `ready` when all are made, begins with any message, ends with a `Sent`.
 */

export interface Sent {
  readonly tookMs: readonly number[]
  readonly failed: number
}

const DATA_BYTES = 1024 * 1024

/** 1 MB of rows, each of another broker, so that every row is new to the store. */
const large: BenchApi = {
  ...housing,
  parameters() {
    const firstId = newRowId()
    const count = Math.floor(DATA_BYTES / (JSON.stringify(housingRow(firstId)).length + 1))
    const rows = Array.from({ length: count }, (_, index) => housingRow(firstId + index))
    return { req: JSON.stringify({ type: 1, data: JSON.stringify(rows) }) }
  },
}

/** What the call took, and whether it succeeded. */
async function send(url: string, body: string): Promise<{ ms: number; isGood: boolean }> {
  const startMs = performance.now()
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' }
  const response = await fetch(url, { method: 'POST', headers, body })
  const text = await response.text()
  return { ms: performance.now() - startMs, isGood: text.includes(large.success) }
}

async function sendAll(url: string, bodies: readonly string[]): Promise<Sent> {
  const sending: ReturnType<typeof send>[] = []
  for (const body of bodies) {
    sending.push(send(url, body))
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  const sent = await Promise.all(sending)
  return {
    tookMs: sent.map(({ ms }) => ms),
    failed: sent.filter(({ isGood }) => !isGood).length,
  }
}

const [url = '', count = ''] = process.argv.slice(2)
const bodies = Array.from({ length: Number(count) }, () => signedBody(large, Date.now()))
process.once('message', async () => {
  process.send?.(await sendAll(`${url}/router/rest`, bodies))
  process.exit()
})
process.send?.('ready')
