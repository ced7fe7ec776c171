import { catalogue } from '@topgate/contracts'
import { createGateway, type Gateway } from '@topgate/gateway'
import { apiServices } from '@topgate/services'
import { createAppDirectory, createSessionDirectory } from './app-directory.ts'
import { BulkClient } from './bulk-client.ts'
import type { Core, Overrides } from './core.ts'
import { createDigests } from './digests.ts'
import { FreshCache } from './fresh-cache.ts'
import { createHandlerTable } from './handlers.ts'
import { sleep } from './listen.ts'

export interface OpenGateway {
  readonly gateway: Gateway
  /** What an owner changed holds for the next call. */
  forget(): Promise<void>
  close(): Promise<void>
}

/** Plugs the services and the store into the life of a call. */
export function openGateway(core: Core, overrides: Overrides = {}): OpenGateway {
  const { bulkThread, adaptPorts = (ports) => ports } = overrides
  const { config, log, vault, store, health, nowMs, elapsedMs } = core
  const apps = createAppDirectory(store.reader, vault, elapsedMs, nowMs)
  const sessions = createSessionDirectory(store.reader, elapsedMs)
  const bulk = new BulkClient({
    module: bulkThread ?? new URL('./bulk-thread.ts', import.meta.url),
    report: (message, facts) => log.report('error', message, facts),
  })
  bulk.warmUp()
  const handlers = createHandlerTable(catalogue, apiServices, core.queue, {
    db: store.reader,
    vault,
    nowMs,
    elapsedMs,
    pause: sleep,
    isClosing: () => health.isDraining(),
    directory: (read) => new FreshCache(read, elapsedMs),
    alert: (message, facts) => log.report('warn', message, facts),
  })
  const gateway = createGateway(
    catalogue,
    adaptPorts({
      apps,
      sessions,
      quotas: core.flow.quotas,
      load: core.load,
      handlers,
      bulk,
      journal: core.journal,
      digests: createDigests(),
      nowMs,
      elapsedMs,
      nextId: () => core.nextId(),
      onDefect: (error, requestId) => log.report('error', 'defect', { error, requestId }),
    }),
    {
      sandbox: config.mode === 'sandbox',
      backendErrorCode: config.backendErrorCode,
      sourceRefusalsMax: config.limits.sourceRefusalsMax,
      secretUses: core.secretUses,
      inFlight: {
        ofNode: config.limits.nodeInFlightMax,
        ofApp: config.limits.appInFlightMax,
        ofStatistics: config.limits.statisticsInFlightMax,
      },
    },
  )
  return {
    gateway,
    async forget() {
      apps.clear()
      sessions.clear()
      await core.flow.readLimits()
    },
    close: () => bulk.close(),
  }
}
