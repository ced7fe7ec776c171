import { createHash } from 'node:crypto'
import { codeFor, exchange } from '../../oauth/oauth-client.ts'
import type { Case } from '../case.ts'
import type { Scene } from '../case-run.ts'
import { type Draft, draftOf, setParam } from '../draft.ts'
import type { Exchange, HttpAnswer } from '../exchange.ts'
import { appA, appFixture } from '../fixtures.ts'
import type { Base } from './base.ts'

/** What the corpus says that the app has registered. */
const REDIRECT = 'https://app.example/cb'
const VERIFIER = 'corpus-verifier-of-more-than-43-characters-0001'
/** Nobody whom the corpus calls by name: his id may stand in an answer. */
const USER = '2201234567898'

const S256 = {
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
}
const asA = { client_id: appA.key, client_secret: appA.secret, redirect_uri: REDIRECT }
const appB = appFixture('10000002')
const asB = { client_id: appB.key, client_secret: appB.secret, redirect_uri: REDIRECT }

/** The exchange of a code that nobody has used, with everything that a refresh would need beside it. */
export const oauthTokenBase: Base = {
  keepsOpen: true,
  judge: judgeToken,

  async draft(scene) {
    register(scene)
    const code = await newCode(scene, asA)
    const { refresh_token } = await newPair(scene, asA)
    const ofOther = await newPair(scene, asB)
    const draft = emptyDraft(scene, 'POST', '/oauth/token')
    const parameters = { grant_type: 'authorization_code', code, ...asA, code_verifier: VERIFIER }
    for (const [name, value] of Object.entries({ ...parameters, refresh_token })) {
      setParam(draft, name, value)
    }
    draft.values = new Map([
      ['refresh_of_other_app', ofOther.refresh_token],
      ['code_of_other_app', await newCode(scene, asB)],
    ])
    draft.editBody.push((body) => refreshing(body, refresh_token))
    return draft
  },
}

/** The consent page, for a request that is a good one. */
export const oauthAuthorizeBase: Base = {
  keepsOpen: true,
  // The page of a sandbox suggests this user.
  shows: 'value="2201234567890"',
  judge: judgeAuthorize,

  draft(scene) {
    register(scene)
    const draft = emptyDraft(scene, 'GET', '/oauth/authorize')
    draft.layout = 'query'
    const { client_id, redirect_uri } = asA
    const parameters = { response_type: 'code', client_id, redirect_uri, state: 'state-of-case' }
    for (const [name, value] of Object.entries(parameters)) setParam(draft, name, value)
    return draft
  },
}

function emptyDraft({ clock }: Scene, verb: string, path: string): Draft {
  const draft = draftOf(clock.nowMs())
  draft.params.clear()
  draft.signed = true
  draft.verb = verb
  draft.path = path
  return draft
}

/** Both apps of the corpus have the address, beside whatever an op changes about them. */
function register({ levers }: Scene): void {
  const before = levers.now.app
  levers.now.app = (app) => {
    const found = before(app)
    return found && { ...found, redirectUris: [REDIRECT] }
  }
}

function newCode({ stage }: Scene, { client_id, redirect_uri }: typeof asA): Promise<string> {
  return codeFor(stage.url, { client_id, redirect_uri, sandbox_user: USER, ...S256 })
}

async function newPair(scene: Scene, app: typeof asA) {
  const code = await newCode(scene, app)
  const { body } = await exchange(scene.stage.url, code, { ...app, code_verifier: VERIFIER })
  return body
}

/** A case that puts another refresh token there means to refresh with it. */
function refreshing(body: Buffer, own: string): Buffer {
  const form = new URLSearchParams(body.toString())
  if ([own, null].includes(form.get('refresh_token'))) return body
  form.set('grant_type', 'refresh_token')
  return Buffer.from(form.toString())
}

/** Of several who ask with one code or token, exactly one may get something. */
function judgeToken(item: Case, { answers }: Exchange): string | undefined {
  const isParallel = item.mutation.ops.some(({ action }) => action === 'send_parallel')
  const successes = answers.filter(({ status }) => status === 200)
  const expected = item.outcome === 'accept' || isParallel ? 1 : 0
  if (answers.length === 0) return 'no answer'
  if (successes.length !== expected) {
    return `${successes.length} of ${answers.length} succeeded: ${answers[0]?.body}`
  }
  if (successes.some(({ body }) => typeof membersOf(body).access_token !== 'string')) {
    return 'a success without a session key'
  }
  const refused = answers.filter(({ status }) => status !== 200)
  return refused.map((answer) => judgeRefusal(item, answer)).find((why) => why !== undefined)
}

function judgeRefusal(item: Case, { status, body }: HttpAnswer): string | undefined {
  if (status !== item.expected_http) return `expected HTTP ${item.expected_http}, got ${status}`
  // What is no answer of OAuth, such as a body that is too large, has no error to name.
  if (item.expected_error === undefined) return undefined
  const { error } = membersOf(body)
  return error === item.expected_error ? undefined : `expected ${item.expected_error}, got ${body}`
}

function membersOf(body: string): Readonly<Record<string, unknown>> {
  return JSON.parse(body)
}

/** A page, never a redirect, and never in a frame. */
function judgeAuthorize(item: Case, { answers: [answer] }: Exchange): string | undefined {
  if (answer === undefined) return 'no answer'
  const { status, headers, body } = answer
  const expected = item.expected_http ?? 200
  if (status !== expected) return `expected HTTP ${expected}, got ${status}`
  if (headers.has('location')) return 'a redirect'
  const isFramed = !headers.get('content-security-policy')?.includes("frame-ancestors 'none'")
  if (isFramed) return 'can be framed'
  const isConsent = body.includes('name="form_token"')
  return isConsent === (item.outcome === 'accept') ? undefined : 'another page'
}
