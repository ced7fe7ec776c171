import { consolePaths, statusPage } from '@topgate/web'
import type { FastifyInstance } from 'fastify'
import type { NodeStatus } from '../status/node-status.ts'
import { statusReport } from '../status/status-report.ts'
import type { Visits } from './visits.ts'

/** The figures of this node as a page. They name nobody, so whoever reaches this port may look. */
export function mountStatusPage(
  app: FastifyInstance,
  visits: Visits,
  status: () => Promise<NodeStatus>,
): void {
  app.get(
    consolePaths.status,
    visits.outside(async ({ context }) => ({
      page: statusPage(context, statusReport(await status())),
    })),
  )
}
