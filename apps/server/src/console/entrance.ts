import { consolePaths, type EntranceTrouble, logInPage, setUpPage } from '@topgate/web'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { queryText } from '../site/page-context.ts'
import type { Access, Entry } from './access.ts'
import { endedCookie, readCookie, sessionCookie } from './session-cookie.ts'
import type { Answer, Visits } from './visits.ts'

/** A line in the audit. Never refuses: logging in works while the store takes no writes. */
type Note = (act: 'set-password' | 'log-in' | 'log-out', session: string) => Promise<void>

/** Set-up, log-in and log-out. */
export function mountEntrance(app: FastifyInstance, visits: Visits, access: Access, note: Note) {
  app.get(
    consolePaths.setUp,
    visits.outside(async ({ context }) =>
      (await access.isSetUp()) ? { goTo: consolePaths.logIn } : { page: setUpPage(context) },
    ),
  )
  app.post(
    consolePaths.setUp,
    visits.outside(async ({ request, reply, context, form }) => {
      const code = form.get('code') ?? ''
      const entry = await access.setUp(code, form.get('password') ?? '', request.ip)
      if (entry.kind === 'open') await note('set-password', entry.session.name)
      return enter(reply, entry, (trouble) =>
        trouble.kind === 'late' ? logInPage(context, trouble) : setUpPage(context, trouble),
      )
    }),
  )
  app.get(
    consolePaths.logIn,
    visits.outside(async ({ request, context }) => {
      if (!(await access.isSetUp())) return { goTo: consolePaths.setUp }
      const hasEnded = queryText(request, 'ended') === '1'
      return { page: logInPage(context, hasEnded ? { kind: 'ended' } : undefined) }
    }),
  )
  app.post(
    consolePaths.logIn,
    visits.outside(async ({ request, reply, context, form }) => {
      const entry = await access.logIn(form.get('password') ?? '', request.ip)
      if (entry.kind === 'open') await note('log-in', entry.session.name)
      return enter(reply, entry, (trouble) => logInPage(context, trouble))
    }),
  )
  app.post(
    consolePaths.logOut,
    visits.inside(async ({ request, reply, session }) => {
      access.logOut(readCookie(request.headers.cookie) ?? '')
      await note('log-out', session.name)
      reply.header('Set-Cookie', endedCookie)
      return { goTo: consolePaths.logIn }
    }),
  )
}

function enter(
  reply: FastifyReply,
  entry: Entry,
  pageOf: (trouble: EntranceTrouble) => string,
): Answer {
  if (entry.kind === 'open') {
    reply.header('Set-Cookie', sessionCookie(entry.token))
    return { goTo: consolePaths.overview }
  }
  const trouble = entry.kind === 'unfit' ? { kind: entry.trouble } : entry
  if (trouble.kind === 'wait') reply.header('Retry-After', Math.ceil(trouble.waitMs / 1000))
  return { page: pageOf(trouble), status: trouble.kind === 'wait' ? 429 : 403 }
}
