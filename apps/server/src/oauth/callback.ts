import { callbackPage, oauthPaths } from '@topgate/web'
import type { FastifyInstance } from 'fastify'
import { readQuery } from './authorize-request.ts'
import type { OauthPages } from './oauth-pages.ts'

const shownNames = ['code', 'state', 'error', 'error_description']
const VALUE_CHARS_SHOWN = 200
const codeForm = /^[0-9A-Za-z]{1,128}$/

/** Where the test apps of a sandbox have their users return: shows what came. Sandbox only. */
export function mountCallback(app: FastifyInstance, pages: OauthPages, hostOf: HostOf): void {
  app.get(oauthPaths.callback, (request, reply) =>
    pages.handler(({ context, query }) => {
      const parameters = readQuery(query)
      const code = parameters.get('code') ?? ''
      const outcome = codeForm.test(code) ? 'code' : parameters.has('error') ? 'error' : 'nothing'
      const page = callbackPage(
        { ...context, address: `${oauthPaths.callback}?${query}` },
        {
          parameters: shownNames.flatMap((name) => {
            const value = parameters.get(name)
            return value === undefined ? [] : [[name, value.slice(0, VALUE_CHARS_SHOWN)] as const]
          }),
          outcome,
          command: exchangeCommand(hostOf(request), code),
        },
      )
      return { page }
    })(request, reply),
  )
}

type HostOf = (request: Parameters<ReturnType<OauthPages['handler']>>[0]) => string

/** For the first app of the sandbox, whose secret everybody knows. */
function exchangeCommand(host: string, code: string): string {
  return `curl http://${host}${oauthPaths.token} \\
  -d grant_type=authorization_code \\
  -d client_id=10000001 \\
  -d client_secret=sandbox00000000000000000000000001 \\
  -d redirect_uri=http://127.0.0.1:8080${oauthPaths.callback} \\
  -d code=${code}`
}
