import { describe, expect, it } from 'vitest'
import { readTokenForm, TokenError } from './token-form.ts'

const type = 'application/x-www-form-urlencoded'
const form = 'grant_type=refresh_token&refresh_token=r'
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const read = (body: string, authorization?: string, contentType = type) =>
  readTokenForm({ 'content-type': contentType, authorization }, '', body)

function errorOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof TokenError) return `${error.name} ${error.more.isBasic ?? false}`
    throw error
  }
  return 'none'
}

describe('who a client is', () => {
  it('stands in the body, or in the header as RFC 6749 has it', () => {
    const client = { clientId: 'a', clientSecret: 's/+' }
    expect(read(`${form}&client_id=a&client_secret=s%2F%2B`)).toMatchObject(client)
    expect(read(form, basic('a:s%2F%2B'))).toMatchObject({ ...client, isBasic: true })
    expect(read(`${form}&client_id=a`, basic('a:s%2F%2B'))).toMatchObject(client)
    expect(read(form, basic('a:100%:x'))).toMatchObject({ clientSecret: '100%:x' })
  })

  it('stands there once', () => {
    expect(errorOf(() => read(`${form}&client_secret=s`, basic('a:s')))).toBe(
      'invalid_request false',
    )
    expect(errorOf(() => read(`${form}&client_id=b`, basic('a:s')))).toBe('invalid_request false')
  })

  it.each(['Bearer x', 'Basic', 'Basic ?', basic('no colon'), basic(':s'), ''])(
    'is not in %j',
    (authorization) => {
      expect(errorOf(() => read(form, authorization))).toBe('invalid_client true')
    },
  )
})

describe('a form', () => {
  it('is read with the charset that clients add', () => {
    const body = `${form}&client_id=a&client_secret=s&scope=a,b c`
    expect(read(body, undefined, `${type};charset=UTF-8`).scopes).toEqual(['a', 'b', 'c'])
  })

  it.each(['', 'text/plain', `${type}x`, 'multipart/form-data; boundary=x'])(
    'is nothing of the type %j',
    (contentType) => {
      const body = `${form}&client_id=a&client_secret=s`
      expect(errorOf(() => read(body, undefined, contentType))).toBe('invalid_request false')
    },
  )

  it('takes a verifier of 43 to 128 characters', () => {
    const code = 'grant_type=authorization_code&code=c&redirect_uri=u&client_id=a&client_secret=s'
    const verifierOf = (length: number) => () => read(`${code}&code_verifier=${'v'.repeat(length)}`)
    expect([42, 43, 128, 129].map((length) => errorOf(verifierOf(length)))).toEqual([
      'invalid_request false',
      'none',
      'none',
      'invalid_request false',
    ])
  })
})
