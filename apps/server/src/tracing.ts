import { requestIdOf } from '@topgate/contracts'
import type { JournalEntry } from '@topgate/gateway'

/** Sends a span for each call to a collector. */
export interface Tracing {
  record(entry: JournalEntry): void
  /** Resolves when what was recorded has been sent, or could not be. */
  close(): Promise<void>
}

/** Where a trace of the caller goes on, by W3C Trace Context. */
const parentForm = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/**
 * Spans by OTLP over HTTP. They are made from the entries of the journal, after the answer, and sent
 * in batches; when the collector is slow, spans are dropped and calls are not. The libraries are
 * loaded here and nowhere else, so that nothing is paid for without a collector.
 */
export async function openTracing(url: string): Promise<Tracing> {
  const [api, sdk, otlp, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'topgate' }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new otlp.OTLPTraceExporter({ url }) })],
  })
  const tracer = provider.getTracer('topgate')
  const contextOf = (traceparent: unknown) => {
    const parts = typeof traceparent === 'string' ? parentForm.exec(traceparent) : null
    const [, traceId = '', spanId = '', flags = ''] = parts ?? []
    if (traceId === '') return api.ROOT_CONTEXT
    const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }
    return api.trace.setSpanContext(api.ROOT_CONTEXT, parent)
  }
  return {
    record(entry) {
      const startTime = entry.received_ms
      const attributes = attributesOf(entry)
      const options = { kind: api.SpanKind.SERVER, startTime, attributes }
      const span = tracer.startSpan(
        entry.method || 'call',
        options,
        contextOf(entry.headers.traceparent),
      )
      if (entry.code !== 0) span.setStatus({ code: api.SpanStatusCode.ERROR })
      span.end(startTime + entry.duration_us / 1_000)
    },
    close: () => provider.shutdown(),
  }
}

/** Codes and sizes, as in the journal; never what a call said. */
function attributesOf(entry: JournalEntry): Record<string, string | number | boolean> {
  return {
    'topgate.request_id': requestIdOf(entry.id),
    'topgate.app_key': entry.app_key,
    'topgate.code': entry.code,
    'topgate.sub_code': entry.sub_code,
    'topgate.success': entry.success,
    'topgate.dry_run': entry.dryRun,
    'topgate.bytes_in': entry.bytes_in,
    'topgate.bytes_out': entry.bytes_out,
  }
}
