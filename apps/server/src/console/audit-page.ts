import { findAuditLines } from '@topgate/services'
import { auditPage, consolePaths } from '@topgate/web'
import type { FastifyInstance } from 'fastify'
import type { ReadableStore } from '../read-store.ts'
import type { Visits } from './visits.ts'

const LINES_SHOWN = 200

/** What operators did. */
export function mountAuditPage(app: FastifyInstance, visits: Visits, { db, vault }: ReadableStore) {
  app.get(
    consolePaths.audit,
    visits.inside(async ({ context }) => {
      const lines = await findAuditLines(db, vault, LINES_SHOWN)
      return {
        page: auditPage(
          context,
          lines.map(({ at_ms, ...line }) => ({ ...line, atMs: at_ms })),
        ),
      }
    }),
  )
}
