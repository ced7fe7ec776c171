import { describe, expect, it } from 'vitest'
import { runCli } from './index.ts'
import { signMethods } from './request-options.ts'
import { type SigningVector, signingVectors } from './testing/signing-vectors.ts'
import { type TestTerminalOptions, testTerminal } from './testing/test-terminal.ts'

async function sign(args: readonly string[], options?: TestTerminalOptions) {
  const { terminal, output } = testTerminal(options)
  const exitCode = await runCli(['sign', ...args], terminal)
  return { exitCode, ...output }
}

function paramsOf({ parameters }: SigningVector): string[] {
  return Object.entries(parameters).flatMap(([name, value]) => [
    '--param',
    `${name}=${value.startsWith('@') ? '@' : ''}${value}`,
  ])
}

const cases = signingVectors().map((vector) => [vector.id, vector] as const)

describe('topgate sign', () => {
  it.each(cases.filter(([, { emptyValues }]) => emptyValues === 'kept'))(
    'gives the string and the digests of vector %s',
    async (_id, vector) => {
      const { out, exitCode } = await sign([
        ...paramsOf(vector),
        '--secret',
        vector.secret,
        '--json',
      ])
      const { signatures } = JSON.parse(out)
      expect(exitCode).toBe(0)
      expect(signatures).toEqual(
        signMethods.map((method) => ({
          sign_method: method,
          string_to_sign: vector.base.replace('sign_methodmd5', `sign_method${method}`),
          sign: vector.signs[method],
        })),
      )
    },
  )

  it.each(cases)('tells the method that a given sign of vector %s fits', async (_id, vector) => {
    for (const method of signMethods) {
      const given = ['--param', `sign=${vector.signs[method].toLowerCase()}`]
      const secret = ['--secret', vector.secret]
      const { out } = await sign([...paramsOf(vector), ...given, ...secret, '--json'])
      expect(JSON.parse(out).given_sign_fits).toBe(method)
    }
  })

  it('says when a given sign fits nothing', async () => {
    const { out } = await sign(['-p', 'a=b', '-p', 'sign=00', '--app-key', '10000001'])
    expect(out).toContain('The given sign fits none of them')
  })

  it('gives a body that is ready to send and holds the sign of the chosen method', async () => {
    const { out } = await sign(['taobao.time.get', '--sign-method', 'md5', '--json'])
    const { body, signatures } = JSON.parse(out)
    const form = new URLSearchParams(body.text)
    expect(form.get('sign_method')).toBe('md5')
    expect(form.get('sign')).toBe(signatures[0].sign)
    expect(form.get('timestamp')).toBe('2026-01-02 11:04:05')
  })

  it('never prints the secret', async () => {
    const secret = 'this-is-the-secret'
    const env = { TOP_APP_KEY: '1', TOP_APP_SECRET: secret }
    for (const form of [[], ['--json']]) {
      const { out, err } = await sign(['taobao.time.get', ...form], { env })
      expect(out).toContain('app_key1')
      expect(out + err).not.toContain(secret)
    }
  })

  it.each([
    [[], 'Nothing to sign'],
    [['-p', 'a=1', '--timestamp', '1'], '--timestamp needs a METHOD'],
    [['-p', 'app_key=1'], 'No secret for the app 1'],
    [['taobao.time.get', '-p', 'sign=1'], 'it is computed'],
    [['nothing.like.this'], 'There is no API nothing.like.this'],
    [['taobao.time.get', '--sign-method', 'sha1'], 'Allowed choices are md5, hmac, hmac-sha256'],
  ])('refuses %j with the status 2: %s', async (args, message) => {
    const { exitCode, out, err } = await sign(args)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err).toContain(message)
  })
})
