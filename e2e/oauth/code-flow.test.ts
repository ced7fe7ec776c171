import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Sample, statistics } from '../testing/samples.ts'
import { eachSandbox } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'
import {
  APP,
  askToken,
  authorizeUrl,
  codeFor,
  exchange,
  locationOf,
  OTHER_APP,
  REDIRECT,
  refresh,
  USER,
  visit,
} from './oauth-client.ts'

const SECOND = 1_000
const HOUR = 3_600 * SECOND
const clock = { ms: Date.now() }
const VERIFIER = 'a-verifier-of-at-least-43-characters-123456789'

const S256 = {
  code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  code_challenge_method: 'S256',
}

eachSandbox(
  'a session key by OAuth 2',
  (server) => {
    const url = () => server().url

    /** What the gateway says of a session key: 0, or its error code. Each call signs another second. */
    async function codeOf(session: string): Promise<number> {
      clock.ms += SECOND
      const sample: Sample = { ...statistics, session }
      const answer = JSON.parse(await call(url(), sample, { nowMs: clock.ms }))
      return answer.error_response?.code ?? 0
    }

    it('comes for a code on both paths, and its app calls with it in the name of the user', async () => {
      for (const [authorize, token] of [
        ['/oauth/authorize', '/oauth/token'],
        ['/authorize', '/token'],
      ] as const) {
        const asked = authorizeUrl(url(), { sandbox_user: USER, state: 'a b&c' }, authorize)
        const back = locationOf(await visit(asked))
        expect(back.origin + back.pathname).toBe(REDIRECT)
        expect([...back.searchParams.keys()]).toEqual(['code', 'state'])
        expect(back.searchParams.get('state')).toBe('a b&c')
        const code = back.searchParams.get('code') ?? ''
        const parameters = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT }
        const { status, headers, body } = await askToken(url(), parameters, token)
        expect(status).toBe(200)
        expect(headers.get('cache-control')).toBe('no-store')
        expect(headers.get('content-type')).toBe('application/json;charset=UTF-8')
        expect(body).toMatchObject({
          token_type: 'Bearer',
          expires_in: 86_400,
          re_expires_in: 2_592_000,
          taobao_user_id: USER,
          taobao_user_nick: encodeURIComponent('沙箱商家'),
          scope: 'alihouse',
        })
        expect(await codeOf(body.access_token)).toBe(0)
      }
    })

    it('ends after 24 hours to the second, and a refresh gives the next one', async () => {
      const first = (await exchange(url(), await codeFor(url()))).body
      clock.ms += 24 * HOUR - 2 * SECOND
      expect(await codeOf(first.access_token)).toBe(0)
      expect(await codeOf(first.access_token)).toBe(27)
      const next = await refresh(url(), first.refresh_token)
      expect(next.status).toBe(200)
      expect(await codeOf(next.body.access_token)).toBe(0)
      clock.ms += 30 * 24 * HOUR
      const late = await refresh(url(), next.body.refresh_token)
      expect([late.status, late.body.error]).toEqual([400, 'invalid_grant'])
    })

    it('ends when its code comes again, on every node within five seconds', async () => {
      const code = await codeFor(url())
      const { access_token } = (await exchange(url(), code)).body
      expect(await codeOf(access_token)).toBe(0)
      const again = await exchange(url(), code)
      expect([again.status, again.body.error]).toEqual([400, 'invalid_grant'])
      await expect.poll(() => codeOf(access_token), { timeout: 5_000 }).toBe(27)
    })

    it('ends when a refresh token of its family comes again', async () => {
      const first = (await exchange(url(), await codeFor(url()))).body
      const next = (await refresh(url(), first.refresh_token)).body
      const again = await refresh(url(), first.refresh_token)
      expect([again.status, again.body.error]).toEqual([400, 'invalid_grant'])
      expect((await refresh(url(), next.refresh_token)).status).toBe(400)
      await expect.poll(() => codeOf(next.access_token), { timeout: 5_000 }).toBe(27)
      expect(await codeOf(first.access_token)).toBe(27)
    })

    it('is neither a code nor a refresh token', async () => {
      const code = await codeFor(url())
      expect(await codeOf(code)).toBe(27)
      const { refresh_token } = (await exchange(url(), code)).body
      expect(await codeOf(code)).toBe(27)
      expect(await codeOf(refresh_token)).toBe(27)
    })

    it('counts for what the user has allowed: another package is 12', async () => {
      const code = await codeFor(url(), { scope: 'insurance,charity' })
      const { access_token, scope } = (await exchange(url(), code)).body
      expect(scope).toBe('insurance,charity')
      expect(await codeOf(access_token)).toBe(12)
    })

    it('comes once when fifty ask with one code', async () => {
      const code = await codeFor(url())
      const replies = await Promise.all(Array.from({ length: 50 }, () => exchange(url(), code)))
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(replies.filter(({ body }) => body.error === 'invalid_grant')).toHaveLength(49)
    })

    it.each([
      ['60 seconds later', 60, 400],
      ['59 seconds later', 59, 200],
    ])('for a code that is exchanged %s', async (_, seconds, status) => {
      const code = await codeFor(url())
      clock.ms += seconds * SECOND
      expect((await exchange(url(), code)).status).toBe(status)
    })

    it('with PKCE only for who has the verifier', async () => {
      const code = await codeFor(url(), S256)
      const wrong = await exchange(url(), code, { code_verifier: 'x'.repeat(43) })
      expect(wrong.body.error).toBe('invalid_grant')
      expect((await exchange(url(), code)).body.error).toBe('invalid_grant')
      expect((await exchange(url(), code, { code_verifier: VERIFIER })).status).toBe(200)
    })

    it('through the API as through the token end point', async () => {
      const apiCall = async (method: string, params: Record<string, string>) => {
        clock.ms += SECOND
        return JSON.parse(await call(url(), { method, params }, { nowMs: clock.ms }))
      }
      const created = await apiCall('taobao.top.auth.token.create', { code: await codeFor(url()) })
      const first = JSON.parse(created.top_auth_token_create_response.token_result)
      expect(await codeOf(first.access_token)).toBe(0)
      const { refresh_token } = first
      const method = 'taobao.top.auth.token.refresh'
      const refreshed = await apiCall(method, { refresh_token })
      const next = JSON.parse(refreshed.top_auth_token_refresh_response.token_result)
      expect(await codeOf(next.access_token)).toBe(0)
      const { error_response } = await apiCall(method, { refresh_token })
      expect(error_response).toMatchObject({ code: 50, sub_code: 'isv.invalid-parameter' })
      await expect.poll(() => codeOf(next.access_token), { timeout: 5_000 }).toBe(27)
    })

    describe('the token end point', () => {
      it.each([
        ['another secret', { client_secret: 'wrong' }, 'invalid_client'],
        ['an unknown app', { client_id: '39999999' }, 'invalid_client'],
        ['a disabled app', { client_id: '10000006' }, 'invalid_client'],
        ['another app', OTHER_APP, 'invalid_grant'],
        ['another address', { redirect_uri: 'https://x.app.example/cb' }, 'invalid_grant'],
        ['no address', { redirect_uri: '' }, 'invalid_request'],
        ['no code', { code: '' }, 'invalid_request'],
        ['the grant type password', { grant_type: 'password' }, 'unsupported_grant_type'],
        ['no grant type', { grant_type: '' }, 'invalid_request'],
        ['a wider scope', { scope: 'all' }, 'invalid_scope'],
        ['a verifier that nobody announced', { code_verifier: VERIFIER }, 'invalid_grant'],
        ['a verifier of ten characters', { code_verifier: 'x'.repeat(10) }, 'invalid_request'],
        ['a code of 10 KiB', { code: 'x'.repeat(10_240) }, 'invalid_request'],
      ])('refuses %s, and the code still counts', async (_, more, error) => {
        const code = await codeFor(url())
        const { status, body } = await exchange(url(), code, more)
        expect([status, body.error]).toEqual([400, error])
        expect(String(body.error_description)).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/)
        expect((await exchange(url(), code)).status).toBe(200)
      })

      it('takes parameters from the body alone, once each, and from POST alone', async () => {
        const code = await codeFor(url())
        const form = new URLSearchParams({
          ...APP,
          grant_type: 'authorization_code',
          code,
          redirect_uri: REDIRECT,
        })
        const target = `${url()}/oauth/token`
        const errorOf = async (response: Response) => {
          const { error } = (await response.json()) as { error: string }
          return [response.status, error]
        }
        const refused = [400, 'invalid_request']
        const post = (body: string, type = 'application/x-www-form-urlencoded', query = '') =>
          fetch(target + query, { method: 'POST', body, headers: { 'content-type': type } })
        expect(await errorOf(await fetch(`${target}?${form}`))).toEqual(refused)
        const secret = `?client_secret=${APP.client_secret}`
        expect(await errorOf(await post(String(form), undefined, secret))).toEqual(refused)
        expect(await errorOf(await post(`${form}&code=${code}`))).toEqual(refused)
        expect(await errorOf(await post(`${form}&x=%ff`))).toEqual(refused)
        const json = JSON.stringify(Object.fromEntries(form))
        expect(await errorOf(await post(json, 'application/json'))).toEqual(refused)
        expect((await post(`${form}&x=${'y'.repeat(64 * 1024)}`)).status).toBe(413)
        expect((await post(String(form))).status).toBe(200)
      })
    })
  },
  { nowMs: () => clock.ms },
)
