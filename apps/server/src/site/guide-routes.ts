import { guideMarkdown, guides } from '@topgate/codegen'
import { GUIDES_PATH, guidePage, guidesPage, notFoundPage } from '@topgate/web'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PageRoute } from './docs-site.ts'
import { languageOf } from './page-context.ts'
import { MARKDOWN, respond } from './respond.ts'

/** `/docs/guides`, each guide, and its Markdown twin. */
export function mountGuides(app: FastifyInstance, page: PageRoute): void {
  app.get(
    GUIDES_PATH,
    page((context) => ({ status: 200, body: guidesPage(context, guides) })),
  )
  const guidePages = page((context, request) => {
    const guide = findGuide(nameOf(request))
    if (guide === undefined) return { status: 404, body: notFoundPage(context) }
    return { status: 200, body: guidePage(context, guide, guides) }
  })
  app.get(`${GUIDES_PATH}/:name`, (request, reply) => {
    const name = nameOf(request)
    const guide = name.endsWith('.md') ? findGuide(name.slice(0, -'.md'.length)) : undefined
    if (guide === undefined) return guidePages(request, reply)
    const body = guideMarkdown(guide, languageOf(request))
    return respond(request, reply, { type: MARKDOWN, body })
  })
}

function nameOf(request: FastifyRequest): string {
  return (request.params as { readonly name: string }).name
}

function findGuide(name: string) {
  return guides.find((guide) => guide.name === name)
}
