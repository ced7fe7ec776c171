import { describe, expect, it } from 'vitest'
import { sandboxDuring } from '../testing/start-server.ts'
import { authorizeUrl, locationOf, REDIRECT, USER, visit } from './oauth-client.ts'

const server = sandboxDuring()
const url = () => server().url

/** The page with the cookie that it set, as a browser would send its form back. */
async function openConsent(more: Record<string, string> = {}) {
  const response = await visit(authorizeUrl(url(), more))
  const page = await response.text()
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  const formToken = /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? ''
  return { response, page, cookie, formToken }
}

function submit(
  fields: Record<string, string>,
  headers: Record<string, string>,
  more: Record<string, string> = {},
) {
  const body = new URLSearchParams({ decision: 'allow', sandbox_user: USER, ...fields })
  return visit(authorizeUrl(url(), more), { method: 'POST', body, headers })
}

describe('a request that is wrong', () => {
  it.each([
    ['an unknown app', { client_id: '39999999' }, 'unauthorized_client'],
    ['a disabled app', { client_id: '10000006' }, 'unauthorized_client'],
    ['no address', { redirect_uri: '' }, 'invalid_request'],
    ['a foreign address', { redirect_uri: 'https://evil.example/' }, 'invalid_request'],
    ['an address below the registered one', { redirect_uri: `${REDIRECT}/x` }, 'invalid_request'],
    ['the address with a query', { redirect_uri: `${REDIRECT}?x=1` }, 'invalid_request'],
    ['the address in capitals', { redirect_uri: REDIRECT.toUpperCase() }, 'invalid_request'],
    [
      'an address with a name in front',
      { redirect_uri: 'http://127.0.0.1:8080@evil.example/' },
      'invalid_request',
    ],
    ['response_type=token', { response_type: 'token' }, 'unsupported_response_type'],
    ['no response_type', { response_type: '' }, 'unsupported_response_type'],
    ['no state', { state: '' }, 'invalid_request'],
    ['a state of 513 characters', { state: 's'.repeat(513) }, 'invalid_request'],
    ['a scope that the app does not have', { scope: 'all' }, 'invalid_scope'],
    ['a challenge without its method', { code_challenge: 'c'.repeat(43) }, 'invalid_request'],
    [
      'the challenge method plain',
      { code_challenge: 'c'.repeat(43), code_challenge_method: 'plain' },
      'invalid_request',
    ],
    ['a user who is no number', { sandbox_user: "1' OR 1=1" }, 'invalid_request'],
  ])('is a page and never a redirect: %s', async (_, more, error) => {
    for (const method of ['GET', 'POST']) {
      const response = await visit(authorizeUrl(url(), { sandbox_user: USER, ...more }), {
        method,
        ...(method === 'POST'
          ? { body: new URLSearchParams({ sandbox_user: USER, ...more }) }
          : {}),
      })
      const isUserOfQuery = 'sandbox_user' in more && method === 'POST'
      expect([response.status, response.headers.get('location')]).toEqual([
        isUserOfQuery ? 403 : 400,
        null,
      ])
      const page = await response.text()
      if (!isUserOfQuery) expect(page).toContain(`<code>${error}</code>`)
      // Links lead to pages of ours alone.
      expect(page).not.toMatch(/href="(?!\/[^/]|#)/)
    }
  })

  it.each(['x=%ff', `client_id=10000001`])('cannot be read with %s', async (pair) => {
    const response = await visit(`${authorizeUrl(url(), { sandbox_user: USER })}&${pair}`)
    expect([response.status, response.headers.get('location')]).toEqual([400, null])
  })
})

describe('the consent page', () => {
  it('can be neither framed nor kept, and says nothing to the site behind it', async () => {
    const { response } = await openConsent()
    expect(response.status).toBe(200)
    const { headers } = response
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('set-cookie')).toMatch(
      /^topgate_visitor=[A-Za-z0-9_-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  it('takes yes and no from its own form', async () => {
    const { cookie, formToken } = await openConsent()
    const yes = locationOf(await submit({ form_token: formToken }, { cookie }))
    expect([...yes.searchParams.keys()]).toEqual(['code', 'state'])
    const no = locationOf(await submit({ form_token: formToken, decision: 'refuse' }, { cookie }))
    expect(no.origin + no.pathname).toBe(REDIRECT)
    expect(Object.fromEntries(no.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'The user refused the authorisation.',
      state: 'state-1',
    })
  })

  it('takes nothing from a form of another browser, site or request', async () => {
    const { cookie, formToken } = await openConsent()
    const other = await openConsent()
    const form_token = formToken
    for (const [fields, headers, more] of [
      [{}, { cookie }, {}],
      [{ form_token }, {}, {}],
      [{ form_token }, { cookie: other.cookie }, {}],
      [{ form_token: other.formToken }, { cookie }, {}],
      [{ form_token }, { cookie }, { scope: 'charity' }],
      [{ form_token }, { cookie }, { state: 'another' }],
      [{ form_token }, { cookie, 'sec-fetch-site': 'cross-site' }, {}],
    ] as const) {
      const response = await submit(fields, headers, more)
      expect([response.status, response.headers.get('location')]).toEqual([403, null])
    }
  })

  it('shows markup in a name as text', async () => {
    const { page } = await openConsent({ state: '"><script>alert(1)</script>' })
    expect(page).not.toContain('<script>alert')
  })
})

it('a sandbox refuses without a person, too', async () => {
  const asked = authorizeUrl(url(), { sandbox_user: USER, sandbox_answer: 'refuse' })
  expect(locationOf(await visit(asked)).searchParams.get('error')).toBe('access_denied')
})
