import type { Server } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import type { Core } from './core.ts'
import { sleep, stopListening } from './listen.ts'

/**
 * A connection that was taken a moment before the listeners closed has its request still on the
 * way: it gets this long before it counts as idle. Not in a sandbox, where nobody balances load.
 */
const LINGER_MS = 500

/**
 * Says that the node will stop, takes no more, and lets what was begun come to its end. While it
 * says so every answer closes its connection, so that callers come back elsewhere by themselves.
 */
export async function drain(
  { config, health }: Pick<Core, 'config' | 'health'>,
  servers: readonly Server[],
): Promise<void> {
  const { drainAnnounceMs, drainMsMax } = config.limits
  const isAnnounced = config.mode === 'production'
  health.drain()
  if (isAnnounced) await sleep(drainAnnounceMs)
  // Whoever waits to be taken is taken first: closing a listener resets them.
  for (const _ of [1, 2]) await setImmediate()
  const closed = Promise.all(servers.map(stopListening))
  if (isAnnounced) await Promise.race([closed, sleep(LINGER_MS)])
  for (const server of servers) server.closeIdleConnections()
  await Promise.race([closed, sleep(drainMsMax)])
  for (const server of servers) server.closeAllConnections()
}
