import type { SpanExporter } from '@opentelemetry/sdk-trace'
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
 * loaded here and nowhere else, so that nothing is paid for without a collector. `onTrouble` hears why
 * spans are lost, once until some arrive again, and then null.
 */
export async function openTracing(
  url: string,
  onTrouble: (trouble: string | null) => void,
): Promise<Tracing> {
  const [api, sdk, otlp, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'topgate' }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter: watched(new otlp.OTLPTraceExporter({ url }), onTrouble),
      }),
    ],
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
    // What then fails to arrive is told like any other.
    close: () => provider.shutdown().catch(() => {}),
  }
}

/** The libraries say nothing of spans that did not arrive. */
function watched(
  exporter: SpanExporter,
  onTrouble: (trouble: string | null) => void,
): SpanExporter {
  let isLosing = false
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const isLost = result.code !== EXPORTED
        if (isLost !== isLosing) onTrouble(isLost ? reasonOf(result.error) : null)
        isLosing = isLost
        done(result)
      })
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  }
}

/** `ExportResultCode.SUCCESS` of the libraries. */
const EXPORTED = 0

function reasonOf(error: Error | undefined): string {
  // An attempt on several addresses has an empty message and says everything by its code.
  return (
    error?.message || (error !== undefined && 'code' in error ? String(error.code) : 'no answer')
  )
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
