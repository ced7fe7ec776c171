import { catalogue, requestIdOf } from '@topgate/contracts'
import {
  type CallFilter,
  countOutcomes,
  findRecentCalls,
  type JournalRow,
  listApps,
} from '@topgate/services'
import {
  apiCallsPage,
  type CallLine,
  type CallsFilter,
  consolePaths,
  overviewPage,
} from '@topgate/web'
import type { FastifyInstance } from 'fastify'
import { queryText } from '../site/page-context.ts'
import type { ConsoleStore } from './kinds/kind.ts'
import type { Visits } from './visits.ts'

const CALLS_SHOWN = 100
const APPS_MAX = 500
const WINDOWS_MINUTES = [1, 5, 15]
const MINUTE_MS = 60_000

export interface CallPagesOptions {
  readonly store: ConsoleStore
  /** Lines of the journal that were left out under load. */
  droppedLines(): number
}

/** The last calls of all APIs, and of one. */
export function mountCallPages(app: FastifyInstance, visits: Visits, options: CallPagesOptions) {
  const { store, droppedLines } = options
  app.get(
    consolePaths.overview,
    visits.inside(async ({ request, context }) => {
      const filter: CallsFilter = {
        app: given(queryText(request, 'app')),
        api: given(queryText(request, 'api')),
        failed: queryText(request, 'failed') === '1',
      }
      const [apps, page] = await Promise.all([
        listApps(store.db, APPS_MAX),
        findRecentCalls(store.db, journalFilter(filter), CALLS_SHOWN),
      ])
      return {
        page: overviewPage(context, {
          filter,
          apps: apps.map(({ app_key, name }) => ({ key: app_key, name })),
          calls: page.calls.map(callLine),
          searchedFromMs: page.searched_from_ms,
          dropped: droppedLines(),
        }),
      }
    }),
  )
  app.get<{ Params: { method: string } }>(
    consolePaths.api(':method'),
    visits.inside(async ({ request, context }) => {
      const { method = '' } = request.params as { method?: string }
      if (!catalogue.some((api) => api.method === method)) return { trouble: 'not-found' }
      const windowsMs = WINDOWS_MINUTES.map((minutes) => minutes * MINUTE_MS)
      const [counted, page] = await Promise.all([
        countOutcomes(store.db, method, windowsMs, store.nowMs()),
        findRecentCalls(store.db, { method }, CALLS_SHOWN),
      ])
      return {
        page: apiCallsPage(context, {
          method,
          windowsMinutes: WINDOWS_MINUTES,
          outcomes: counted.outcomes.map(({ sub_code, ...rest }) => ({
            ...rest,
            subCode: sub_code,
          })),
          countedFromMs: counted.counted_from_ms,
          calls: page.calls.map(callLine),
          searchedFromMs: page.searched_from_ms,
          dropped: droppedLines(),
        }),
      }
    }),
  )
}

export function callLine(row: JournalRow): CallLine {
  return {
    requestId: requestIdOf(row.id),
    receivedMs: row.received_ms,
    appKey: row.app_key,
    method: row.method,
    code: row.code,
    subCode: row.sub_code,
    success: row.success === 1,
    durationUs: row.duration_us,
  }
}

function journalFilter({ app, api, failed }: CallsFilter): CallFilter {
  return {
    failed,
    ...(app === undefined ? {} : { app_key: app }),
    ...(api === undefined ? {} : { method: api }),
  }
}

/** A field that was left empty, or that no page of ours sends, asks for nothing. */
function given(value: string | undefined): string | undefined {
  return value !== undefined && /^[\x21-\x7e]{1,128}$/.test(value) ? value : undefined
}
