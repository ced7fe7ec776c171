import { createSiteSearch, curlCall, guides, type Library } from '@topgate/codegen'
import { type DocumentedApi, userActionSync } from '@topgate/contracts'
import { type Digests, nearestNames } from '@topgate/protocol'
import {
  API_FOLDER,
  apiPage,
  cataloguePage,
  categoryPage,
  DOCS_PATH,
  notFoundPage,
  type PageContext,
  SEARCH_PATH,
  SUGGESTIONS_PATH,
  searchGroups,
  searchPage,
  TOOL_PATH,
  toolNotServedPage,
  toolPage,
  unknownApiPage,
  unknownLanguagePage,
} from '@topgate/web'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Assets } from './assets.ts'
import type { DocsLibrary } from './docs-library.ts'
import { findTwin, mountForPrograms } from './for-programs.ts'
import { mountGuides } from './guide-routes.ts'
import { fallbackContext, hostOf, languageOf, queryText, readContext } from './page-context.ts'
import { HTML, JSON_TEXT, PLAIN_TEXT, respond } from './respond.ts'
import { mountSdks } from './sdk-routes.ts'
import { createSite, type Site } from './site.ts'
import { type FindWhy, mountWhy } from './why-routes.ts'

export interface DocsSiteOptions {
  readonly assets: Assets
  readonly library: DocsLibrary
  /** The public test app; null in production, where nobody may sign for visitors. */
  readonly sandboxCaller: SandboxCaller | null
  /** Explains a call by its request id; null in production, where developers cannot log in yet. */
  readonly findWhy: FindWhy | null
  readonly digests: Digests
  nowMs(): number
  onDefect(error: unknown): void
}

export interface SandboxCaller {
  readonly appKey: string
  readonly secret: string
  readonly session: string
}

/** How many hits of each kind a page of results shows, and the list below the search box. */
const RESULTS_MAX = { apis: 50, guides: 50, errors: 50 }
const SUGGESTIONS_MAX = { apis: 6, guides: 3, errors: 3 }

const signpost = `Topgate: an open platform that speaks the protocol of TOP (Taobao Open Platform).

  POST /router/rest   signed calls; any TOP client works with this address as its gateway URL
  GET  /docs          the documentation centre
  GET  /sdk           client libraries in seven languages
  GET  /oauth/authorize, POST /oauth/token   users authorise apps
  GET  /why/ID        why a call was refused, by its request_id (a sandbox only)
  GET  /healthz       the process is alive
  GET  /readyz        it can serve writes (200) or not (503)

A first call, from the folder of the project:

  npx topgate call alibaba.charity.useraction.sync --sample
`

/** A page and its HTTP status. */
export interface Rendered {
  readonly status: number
  readonly body: string
}

/** Answers with what `render` makes, in the language that the address asks for. */
export type PageRoute = (
  render: Render,
) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

type Render = (context: PageContext, request: FastifyRequest) => Rendered | Promise<Rendered>

/** The documentation centre, beside the router on the gateway's port. */
export function createDocsSite(options: DocsSiteOptions): Promise<Site> {
  const { assets, library } = options
  const search = createSiteSearch((query, most) => library.current().search(query, most), guides)
  const page: PageRoute = (render) => async (request, reply) => {
    const context = readContext(request, assets)
    if (context !== undefined) {
      return respond(request, reply, { type: HTML, ...(await render(context, request)) })
    }
    const body = unknownLanguagePage(fallbackContext(request, assets))
    return respond(request, reply, { status: 404, type: HTML, body })
  }
  return createSite({
    assets,
    onDefect: options.onDefect,
    notFound: page((context) => ({ status: 404, body: notFoundPage(context) })),
    mount(app) {
      app.get('/', (request, reply) =>
        request.headers.accept?.includes('text/html') === true
          ? reply.redirect(DOCS_PATH)
          : respond(request, reply, { type: PLAIN_TEXT, body: signpost }),
      )
      app.get(
        DOCS_PATH,
        page((context, request) => renderCatalogue(context, request, library.current())),
      )
      app.get(
        TOOL_PATH,
        page((context, request) => renderTool(context, request, library.current(), options)),
      )
      app.get(
        SEARCH_PATH,
        page((context, request) => {
          const query = queryText(request, 'q') ?? ''
          return found(searchPage(context, query, search(query, RESULTS_MAX)))
        }),
      )
      app.get(SUGGESTIONS_PATH, (request, reply) => {
        const suggested = search(queryText(request, 'q') ?? '', SUGGESTIONS_MAX)
        const body = JSON.stringify(searchGroups(suggested, languageOf(request)))
        return respond(request, reply, { type: JSON_TEXT, body })
      })
      const apiPages = page((context, request) =>
        renderApi(context, request, library.current(), options),
      )
      app.get(`${API_FOLDER}:method`, (request, reply) => {
        const twin = findTwin(methodOf(request), library.current(), languageOf(request))
        return twin === undefined ? apiPages(request, reply) : respond(request, reply, twin)
      })
      mountGuides(app, page)
      mountSdks(app, page, () => library.current())
      if (options.findWhy !== null) mountWhy(app, page, options.findWhy)
      mountForPrograms(app)
    },
  })
}

function renderCatalogue(
  context: PageContext,
  request: FastifyRequest,
  library: Library,
): Rendered {
  const asked = queryText(request, 'category')
  if (asked === undefined) return found(cataloguePage(context, library.categories))
  const category = library.category(asked)
  if (category === undefined) return { status: 404, body: notFoundPage(context) }
  return found(categoryPage(context, category))
}

function renderApi(
  context: PageContext,
  request: FastifyRequest,
  library: Library,
  options: DocsSiteOptions,
): Rendered {
  const method = methodOf(request)
  const api = library.find(method)
  if (api === undefined) return unknownApi(context, method, library)
  const siblings = library.category(api.category.zh)?.apis ?? []
  return found(apiPage(context, { api, siblings, curl: curlOf(api, request, options) }))
}

function renderTool(
  context: PageContext,
  request: FastifyRequest,
  library: Library,
  { sandboxCaller }: DocsSiteOptions,
): Rendered {
  const method = queryText(request, 'method') ?? userActionSync.method
  const api = library.find(method)
  if (api === undefined) return unknownApi(context, method, library)
  if (api.served === null) return found(toolNotServedPage(context, api))
  const choices = library.summaries.filter(({ isServed }) => isServed)
  return found(toolPage(context, { api: api.served, choices, caller: sandboxCaller }))
}

function methodOf(request: FastifyRequest): string {
  return (request.params as { readonly method: string }).method
}

/** Comparing names costs; of thousands only those of the same family are compared. */
const NEAREST_COMPARED_MAX = 300

function unknownApi(context: PageContext, method: string, library: Library): Rendered {
  const family = method.split('.').slice(0, 2).join('.')
  const compared = library.summaries
    .filter((api) => api.isServed || api.method.startsWith(family))
    .slice(0, NEAREST_COMPARED_MAX)
  const names = nearestNames(
    method,
    compared.map((api) => api.method),
  )
  const nearest = compared.filter((api) => names.includes(api.method))
  return { status: 404, body: unknownApiPage(context, method, nearest) }
}

function found(body: string): Rendered {
  return { status: 200, body }
}

function curlOf(api: DocumentedApi, request: FastifyRequest, options: DocsSiteOptions) {
  const { sandboxCaller, digests, nowMs } = options
  const identity = api.served === null ? null : sandboxCaller
  const routerUrl = `http://${hostOf(request)}/router/rest`
  const command = curlCall(api, { routerUrl, identity, nowMs: nowMs(), digests })
  return { command, isSigned: identity !== null }
}
