import {
  cataloguePage,
  DOCS_PATH,
  notFoundPage,
  type PageContext,
  unknownLanguagePage,
} from '@topgate/web'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Assets } from './assets.ts'
import { fallbackContext, readContext } from './page-context.ts'
import { HTML, PLAIN_TEXT, respond } from './respond.ts'
import { createSite, type Site } from './site.ts'

export interface DocsSiteOptions {
  readonly assets: Assets
  onDefect(error: unknown): void
}

const signpost = `Topgate: an open platform that speaks the protocol of TOP (Taobao Open Platform).

  POST /router/rest   signed calls; any TOP client works with this address as its gateway URL
  GET  /docs          the documentation centre
  GET  /healthz       the process is alive
  GET  /readyz        it can serve writes (200) or not (503)

A first call, from the folder of the project:

  npx topgate call alibaba.charity.useraction.sync --sample
`

/** The documentation centre, beside the router on the gateway's port. */
export function createDocsSite({ assets, onDefect }: DocsSiteOptions): Promise<Site> {
  const page =
    (render: (context: PageContext) => string, status = 200) =>
    (request: FastifyRequest, reply: FastifyReply) => {
      const context = readContext(request, assets)
      if (context !== undefined) {
        return respond(request, reply, { status, type: HTML, body: render(context) })
      }
      const body = unknownLanguagePage(fallbackContext(request, assets))
      return respond(request, reply, { status: 404, type: HTML, body })
    }
  return createSite({
    assets,
    onDefect,
    notFound: page(notFoundPage, 404),
    mount(app) {
      app.get('/', (request, reply) =>
        request.headers.accept?.includes('text/html') === true
          ? reply.redirect(DOCS_PATH)
          : respond(request, reply, { type: PLAIN_TEXT, body: signpost }),
      )
      app.get(DOCS_PATH, page(cataloguePage))
    },
  })
}
