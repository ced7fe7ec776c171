import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JournalEntry } from '@topgate/gateway'
import { expect, it } from 'vitest'
import { journalEntry } from './testing/journal-entry.ts'
import { openTracing } from './tracing.ts'

const entry = (changes: Partial<JournalEntry> = {}) =>
  journalEntry({
    id: 36n,
    app_key: '10000001',
    method: 'taobao.time.get',
    received_ms: 1_768_449_600_000,
    duration_us: 2_500,
    ...changes,
  })

/** What a collector would get. */
async function collected(
  record: (tracing: Awaited<ReturnType<typeof openTracing>>) => void,
  { status = 200, onTrouble = (_: string | null) => {} } = {},
) {
  const bodies: string[] = []
  const collector = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      bodies.push(body)
      response.writeHead(status, { 'Content-Type': 'application/json' }).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const { port } = collector.address() as AddressInfo
  const tracing = await openTracing(`http://127.0.0.1:${port}/v1/traces`, onTrouble)
  record(tracing)
  await tracing.close()
  collector.close()
  return bodies.flatMap((body) =>
    JSON.parse(body).resourceSpans.flatMap((resource: { scopeSpans: { spans: object[] }[] }) =>
      resource.scopeSpans.flatMap(({ spans }) => spans),
    ),
  )
}

it('a span has the times of its call and what the journal says, and nothing else', async () => {
  const [span, ...more] = await collected((tracing) =>
    tracing.record(entry({ code: 25, success: false })),
  )
  expect(more).toEqual([])
  expect(span).toMatchObject({
    name: 'taobao.time.get',
    kind: 2,
    startTimeUnixNano: '1768449600000000000',
    endTimeUnixNano: '1768449600002500000',
    status: { code: 2 },
  })
  const names = span.attributes.map(({ key }: { key: string }) => key)
  expect(names).toContain('topgate.request_id')
  expect(names.every((name: string) => name.startsWith('topgate.'))).toBe(true)
})

it('goes on with the trace of the caller, and begins one where there is none', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`
  const spans = await collected((tracing) => {
    tracing.record(entry({ headers: { traceparent } }))
    tracing.record(entry({ headers: { traceparent: 'nonsense' } }))
  })
  expect(spans[0]).toMatchObject({ traceId, parentSpanId: '00f067aa0ba902b7' })
  expect(spans[1].traceId).toMatch(/^[0-9a-f]{32}$/)
  expect(spans[1].traceId).not.toBe(traceId)
})

it('spans that the collector does not take are told with the reason', async () => {
  const troubles: (string | null)[] = []
  const onTrouble = (trouble: string | null) => troubles.push(trouble)
  await collected((tracing) => tracing.record(entry()), { status: 400, onTrouble })
  expect(troubles).toEqual([expect.stringMatching(/Bad Request|400/)])
  troubles.length = 0
  await collected((tracing) => tracing.record(entry()), { onTrouble })
  expect(troubles).toEqual([])
})
