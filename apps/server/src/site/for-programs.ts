import {
  apiMarkdown,
  documentToJson,
  guides,
  type Library,
  llmsText,
  openApiDocument,
} from '@topgate/codegen'
import { catalogue } from '@topgate/contracts'
import type { Language } from '@topgate/web'
import type { FastifyInstance } from 'fastify'
import { hostOf } from './page-context.ts'
import { type Content, JSON_TEXT, MARKDOWN, PLAIN_TEXT, respond } from './respond.ts'

/** The same page for programs: `METHOD.json` is the contract, `METHOD.md` the page as Markdown. */
export function findTwin(name: string, library: Library, language: Language): Content | undefined {
  const [, method = '', ending] = /^(.*)\.(json|md)$/.exec(name) ?? []
  const api = library.find(method)
  if (api === undefined) return undefined
  return ending === 'md'
    ? { type: MARKDOWN, body: apiMarkdown(api, language) }
    : { type: JSON_TEXT, body: JSON.stringify(documentToJson(api), null, 2) }
}

/** `/openapi.json` and `/llms.txt`; imported APIs are left out, since nobody can call them here. */
export function mountForPrograms(app: FastifyInstance): void {
  app.get('/openapi.json', (request, reply) => {
    const document = openApiDocument(catalogue, `http://${hostOf(request)}/router/rest`)
    return respond(request, reply, { type: JSON_TEXT, body: JSON.stringify(document, null, 2) })
  })
  const text = llmsText(catalogue, guides)
  app.get('/llms.txt', (request, reply) =>
    respond(request, reply, { type: PLAIN_TEXT, body: text }),
  )
}
