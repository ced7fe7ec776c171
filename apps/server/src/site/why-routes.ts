import { idOfRequest } from '@topgate/contracts'
import { ROUTER_PATH } from '@topgate/gateway'
import { apiPath, guidePath, inLanguage, WHY_PATH, whyPage, whyPath } from '@topgate/web'
import type { FastifyInstance } from 'fastify'
import type { Why } from '../why/find-why.ts'
import { whyReport } from '../why/why-report.ts'
import type { PageRoute } from './docs-site.ts'
import { hostOf, languageOf, queryText } from './page-context.ts'

export type FindWhy = (requestId: string) => Promise<Why | undefined>

/** `/why/REQUEST_ID`, and `/why` to type one. */
export function mountWhy(app: FastifyInstance, page: PageRoute, findWhy: FindWhy): void {
  const asking = page((context) => ({ status: 200, body: whyPage(context) }))
  app.get(WHY_PATH, (request, reply) => {
    const typed = queryText(request, 'id')?.trim().toLowerCase()
    if (typed === undefined || typed === '') return asking(request, reply)
    return reply.redirect(
      inLanguage(whyPath(encodeURIComponent(typed.slice(0, 64))), languageOf(request)),
      303,
    )
  })
  app.get(
    whyPath(':id'),
    page(async (context, request) => {
      const { id = '' } = request.params as { readonly id?: string }
      const why = idOfRequest(id) === undefined ? undefined : await findWhy(id)
      if (why === undefined) return { status: 404, body: whyPage(context, id) }
      const routerUrl = `http://${hostOf(request)}${ROUTER_PATH}`
      const links = { api: apiPath, guide: guidePath, routerUrl }
      return { status: 200, body: whyPage(context, id, whyReport(why, links)) }
    }),
  )
}
