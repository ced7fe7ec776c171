import { totalmem } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { getHeapStatistics } from 'node:v8'
import type { BatchQueue } from '@topgate/engine'
import { LOAD_STEP_MS, type Load } from '@topgate/gateway'

const RESOLUTION_MS = 10
const NS_PER_MS = 1e6

/** Measures this node four times a second and tells its `Load`. `close` ends it. */
export function monitorLoad(load: Load, queue: Pick<BatchQueue, 'state'>): { close(): void } {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delays.enable()
  const memoryBytesMax = Math.min(process.constrainedMemory() || totalmem(), totalmem())
  const timer = setInterval(() => {
    load.step({
      // The histogram counts from one timer to the next, its own interval among it.
      loopDelayMs: Math.max(0, delays.percentile(99) / NS_PER_MS - RESOLUTION_MS),
      queueWaitMs: queue.state().waitMs,
      memoryShare: Math.max(heapShare(), process.memoryUsage.rss() / memoryBytesMax),
    })
    delays.reset()
  }, LOAD_STEP_MS)
  timer.unref()
  return {
    close() {
      clearInterval(timer)
      delays.disable()
    },
  }
}

function heapShare(): number {
  const { used_heap_size, heap_size_limit } = getHeapStatistics()
  return used_heap_size / heap_size_limit
}
