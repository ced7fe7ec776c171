import { type AuditNote, noteAct } from '@topgate/services'
import type { FastifyInstance } from 'fastify'
import type { PlatformWrite } from '../platform-write.ts'
import type { Assets } from '../site/assets.ts'
import { PLAIN_TEXT, respond } from '../site/respond.ts'
import { createSite, type Site } from '../site/site.ts'
import type { NodeStatus } from '../status/node-status.ts'
import type { Access } from './access.ts'
import { mountAuditPage } from './audit-page.ts'
import { type CallPagesOptions, mountCallPages } from './call-pages.ts'
import { mountEntrance } from './entrance.ts'
import { mountFindPage } from './find-page.ts'
import { isLocalHost } from './same-origin.ts'
import { mountStatusPage } from './status-page.ts'
import { Visits } from './visits.ts'

export interface ConsoleOptions extends CallPagesOptions {
  readonly assets: Assets
  readonly access: Access
  readonly write: PlatformWrite
  /** The figures of this node. */
  status(): Promise<NodeStatus>
  onDefect(error: unknown): void
  /** The store did not answer; the operator was told to come back. */
  onOutage(error: unknown): void
}

const FORM_BYTES_MAX = 8 * 1024

const foreignHost =
  'This port is reached as 127.0.0.1 or localhost only, such as http://127.0.0.1:8081/console.\n'

/** The console of the operators, on their own port. */
export function createConsoleSite(options: ConsoleOptions): Promise<Site> {
  const visits = new Visits(options)
  const note = (line: AuditNote) => options.write(noteAct, line)
  return createSite({
    assets: options.assets,
    onDefect: options.onDefect,
    notFound: (request, reply) => visits.trouble(request, reply, 'not-found'),
    mount(app) {
      guard(app)
      readForms(app)
      mountEntrance(app, visits, options.access, (act, session) =>
        note({ act, session, object: '', reason: '' }).then(() => {}, options.onOutage),
      )
      mountCallPages(app, visits, options)
      mountFindPage(app, visits, { store: options.store, note })
      mountAuditPage(app, visits, options.store)
      mountStatusPage(app, visits, options.status)
      app.get('/', (_request, reply) => reply.redirect('/console'))
    },
  })
}

/** Before anything else is read of a request. */
function guard(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isLocalHost(request.headers.host)) return
    return respond(request, reply, { status: 421, type: PLAIN_TEXT, body: foreignHost })
  })
}

/** Bodies are forms of our own pages; anything else is refused unread. */
function readForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES_MAX },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  )
}
