import { type App, type Gateway, lookUpApp } from '@topgate/gateway'
import { oauthPaths } from '@topgate/web'
import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { createPlatformWrite } from '../platform-write.ts'
import type { Assets } from '../site/assets.ts'
import { hostOf } from '../site/page-context.ts'
import { createSite, type Site } from '../site/site.ts'
import { sourceOf } from '../source-of.ts'
import { mountAuthorize } from './authorize.ts'
import { mountCallback } from './callback.ts'
import { createLogIn } from './log-in.ts'
import { OauthPages } from './oauth-pages.ts'
import { mountToken } from './token.ts'
import { visitorCookies } from './visitor-cookie.ts'

/** `reliability.md` section 7, row Body. */
const BODY_BYTES_MAX = 64 * 1024

const folder = '/oauth/'
const topPaths: ReadonlySet<string> = new Set([oauthPaths.topAuthorize, oauthPaths.topToken])

/** Whether an address belongs to the pages of OAuth. */
export function isOauthAddress(url: string): boolean {
  return url.startsWith(folder) || topPaths.has(url.split('?', 1)[0] ?? '')
}

/** Plugs the store and the gateway's apps into the log-in of users by OAuth 2. */
export function openOauth(core: Core, gateway: Gateway, assets: Assets): Promise<Site> {
  const { config, log, vault, queue, nowMs } = core
  const isSandbox = config.mode === 'sandbox'
  const write = createPlatformWrite({ queue, nextId: () => core.nextId(), nowMs })
  const findApp = (key: string): Promise<App | undefined> => lookUpApp(key, gateway)
  const onOutage = (error: unknown) =>
    log.report('warn', 'an authorisation could not use the store', { error })
  const pages = new OauthPages({
    assets,
    cookies: visitorCookies(vault, isSandbox),
    isSandbox,
    nowMs,
    onOutage,
  })
  return createSite({
    assets,
    onDefect: (error) => log.report('error', 'defect of a page', { error }),
    notFound: (request, reply) => pages.trouble(request, reply, 'not-found'),
    mount(app) {
      readBodies(app)
      mountAuthorize(app, {
        pages,
        logIn: config.logIn === null ? null : createLogIn(config.logIn, vault),
        isSandbox,
        terms: config.consent,
        write,
        findApp,
        tag: (kind, value) => vault.tag(kind, value),
        nowMs,
      })
      mountToken(app, {
        sources: gateway.sources,
        sourceOf: ({ ip, headers }) => sourceOf(ip, headers, config.trustedProxies),
        write,
        findApp,
        nowMs,
        onOutage,
        onReuse: (app_key) =>
          log.report('warn', 'a code or refresh token was used again', { app_key }),
      })
      if (isSandbox) mountCallback(app, pages, hostOf)
    },
  })
}

/** As text, whatever it is called: who reads it decides. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX },
    (_request, body, done) => done(null, Buffer.from(body).toString('utf8')),
  )
}
