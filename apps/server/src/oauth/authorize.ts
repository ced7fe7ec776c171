import type { App } from '@topgate/gateway'
import { type ConsentTerms, masked, type SessionUser, sandboxUser } from '@topgate/services'
import { type ConsentUser, consentFields, consentPage, inLanguage, oauthPaths } from '@topgate/web'
import type { FastifyInstance } from 'fastify'
import type { PlatformWrite } from '../platform-write.ts'
import {
  AuthorizeRefusal,
  type AuthorizeRequest,
  apisOf,
  readAuthorize,
  readQuery,
  readTestUser,
  titleOf,
} from './authorize-request.ts'
import { allowAccess, refuseAccess } from './consent.ts'
import { type LogIn, unpackQuery } from './log-in.ts'
import type { OauthAnswer, OauthPages, Visit } from './oauth-pages.ts'
import { newVisitor, type Visitor } from './visitor-cookie.ts'

export interface AuthorizeOptions {
  readonly pages: OauthPages
  /** Null: the owner has not said where users log in. */
  readonly logIn: LogIn | null
  readonly isSandbox: boolean
  readonly terms: ConsentTerms
  readonly write: PlatformWrite
  findApp(key: string): Promise<App | undefined>
  /** A tag that only this platform can make. */
  tag(kind: string, value: string): string
  nowMs(): number
}

const HOUR_MS = 3_600_000
/** Stands in the field of a sandbox until the visitor chooses another one. */
const TEST_USER = '2201234567890'

/** The authorise page: who is the user, and does he agree? TOP's own path leads to the same. */
export function mountAuthorize(app: FastifyInstance, options: AuthorizeOptions): void {
  const { pages } = options
  for (const path of [oauthPaths.authorize, oauthPaths.topAuthorize]) {
    app.get(
      path,
      pages.handler((visit) => ask(visit, options)),
    )
    app.post(
      path,
      pages.handler((visit) => decide(visit, options)),
    )
  }
}

async function ask(visit: Visit, options: AuthorizeOptions): Promise<OauthAnswer> {
  const parameters = readQuery(visit.query)
  const proof = parameters.get('assertion')
  if (proof !== undefined) return welcome(visit, parameters.get('request') ?? '', proof, options)
  const request = await readAuthorize(parameters, options.findApp, options.nowMs())
  if (options.isSandbox) {
    const testUser = readTestUser(parameters.get('sandbox_user'))
    if (testUser !== undefined) {
      const isRefused = parameters.get('sandbox_answer') === 'refuse'
      return { goTo: await answer(request, sandboxUser(testUser), !isRefused, options) }
    }
  }
  const isOther = parameters.get('prompt') === 'login'
  const visitor = isOther ? newVisitor() : visit.visitor
  if (options.logIn === null) {
    if (!options.isSandbox) throw new AuthorizeRefusal('no-log-in')
    return question(visit, request, visitor, { kind: 'test', suggested: TEST_USER }, options)
  }
  if (visitor.user === undefined) {
    const query = inLanguage(`?${request.query}`, visit.context.language).slice(1)
    return { goTo: options.logIn.addressFor(query, visitor), visitor }
  }
  const { taobao_user_id, taobao_user_nick } = visitor.user
  const user: ConsentUser = {
    kind: 'known',
    nick: taobao_user_nick,
    maskedId: masked(taobao_user_id),
    otherUser: `${oauthPaths.authorize}?${request.query}&prompt=login`,
  }
  return question(visit, request, visitor, user, options)
}

/** The user comes back from the owner's site. The proof does not stay in the address. */
async function welcome(
  { visitor }: Visit,
  packed: string,
  proof: string,
  { logIn, findApp, nowMs }: AuthorizeOptions,
): Promise<OauthAnswer> {
  const query = unpackQuery(packed)
  // Nobody is sent on before it is certain that the request is a good one.
  await readAuthorize(readQuery(query), findApp, nowMs())
  const user = await logIn?.verify(proof, query, visitor, nowMs())
  if (user === undefined) throw new AuthorizeRefusal('log-in-failed')
  return { goTo: `${oauthPaths.authorize}?${query}`, visitor: newVisitor(user) }
}

function question(
  { context }: Visit,
  request: AuthorizeRequest,
  visitor: Visitor,
  user: ConsentUser,
  options: AuthorizeOptions,
): OauthAnswer {
  const { app, redirectUri, scopes, query } = request
  const { protocol, host } = new URL(redirectUri)
  const action = `${oauthPaths.authorize}?${query}`
  const page = consentPage(
    { ...context, address: action },
    {
      app: { name: app.name, key: app.key },
      returnsTo: host,
      scopes: scopes.map((name) => ({ name, title: titleOf(name), apis: apisOf(name) })),
      user,
      formToken: formToken(request, visitor, options),
      action,
      sessionHours: Math.floor(options.terms.session_ms / HOUR_MS),
      refreshDays: Math.floor(options.terms.refresh_ms / (24 * HOUR_MS)),
    },
  )
  // Browsers hold every step behind the form against this list, and where the app's own address
  // leads on is the app's affair.
  return { page, visitor, formTargets: [...new Set(['https:', protocol])] }
}

/** A form counts only from the page that this visitor was shown for this request. */
async function decide(visit: Visit, options: AuthorizeOptions): Promise<OauthAnswer> {
  const { visitor, form } = visit
  const request = await readAuthorize(readQuery(visit.query), options.findApp, options.nowMs())
  if (form.get(consentFields.token) !== formToken(request, visitor, options)) {
    throw new AuthorizeRefusal('forged')
  }
  // Whoever uses this browser next has to log in again.
  const left = newVisitor()
  if (form.get(consentFields.decision) !== 'allow') {
    return { goTo: refuseAccess(request), visitor: left }
  }
  const user = visitor.user ?? testUserOf(form, options)
  return { goTo: await answer(request, user, true, options), visitor: left }
}

function testUserOf(form: ReadonlyMap<string, string>, options: AuthorizeOptions): SessionUser {
  const id = readTestUser(form.get(consentFields.testUser))
  if (!options.isSandbox || options.logIn !== null || id === undefined) {
    throw new AuthorizeRefusal(options.isSandbox ? 'sandbox-user' : 'forged')
  }
  return sandboxUser(id)
}

async function answer(
  request: AuthorizeRequest,
  user: SessionUser,
  isAllowed: boolean,
  { write, terms }: AuthorizeOptions,
): Promise<string> {
  return isAllowed ? allowAccess(request, user, write, terms) : refuseAccess(request)
}

function formToken(
  { query }: AuthorizeRequest,
  { id }: Visitor,
  { tag }: AuthorizeOptions,
): string {
  return tag('oauth form', `${id} ${query}`)
}
