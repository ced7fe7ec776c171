import { performance } from 'node:perf_hooks'
import { BroadcastChannel } from 'node:worker_threads'
import { readConfig, startServer } from '@topgate/server'
import { onStop, ready } from './serve.ts'

/**
 * The real Topgate on a data directory (first argument), in sandbox mode and without a log.
 * With `profile` as second argument its writer thread takes the time of its steps. A third one
 * names a PostgreSQL to use instead, a fourth one how many calls of an address may be refused.
 */
const [dataDir = '', mode = '', databaseUrl = '', refusalsMax = '600'] = process.argv.slice(2)
const config = readConfig(
  {
    port: '0',
    'admin-port': '0',
    'data-dir': dataDir,
    'log-level': 'silent',
    'database-url': databaseUrl,
    'source-refusals-max': refusalsMax,
  },
  {},
)
const server = await startServer(
  config,
  mode === 'profile' ? { writerThread: new URL('../profile-writer.ts', import.meta.url) } : {},
)

let lastIdle = performance.eventLoopUtilization()
const writer = new BroadcastChannel('topgate bench profile')
writer.onmessage = (event) => {
  const { data } = event as { data: unknown }
  if (data === 'report') return
  const main = performance.eventLoopUtilization(lastIdle)
  lastIdle = performance.eventLoopUtilization()
  process.send?.({ mainBusy: main.utilization, writer: data })
}
process.on('message', (message) => {
  if (message === 'report') writer.postMessage('report')
})
onStop(() => {
  void server.stop().then(() => process.exit(0))
})
ready(Number(new URL(server.url).port))
