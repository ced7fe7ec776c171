import { expect, it } from 'vitest'
import { sandboxApps } from '../sandbox/apps.ts'
import type { RegisteredApp } from './app.ts'
import { appSettings } from './app-settings.ts'
import { isSandboxKey } from './sandbox-keys.ts'

const [app] = sandboxApps as readonly [RegisteredApp, ...RegisteredApp[]]

function set(name: string, text: string, before = app): RegisteredApp | undefined {
  const setting = appSettings.find((known) => known.name === name)
  if (setting === undefined) throw new Error(`no setting ${name}`)
  return setting.set(before, text)
}

it.each([
  ['name', 'x'.repeat(64), 'x'.repeat(65)],
  ['name', '王 A', ' '],
  ['name', 'x', 'a\nb'],
  ['per-second', '1', '0'],
  ['per-second', '1000000000', '1000000001'],
  ['per-day', '20', '1.5'],
  ['per-day', 'none', ''],
  ['ip-allow', '203.0.113.0/32,2001:db8::/128', '203.0.113.0/33'],
  ['ip-allow', '::1', '2001:db8::/129'],
  ['ip-allow', 'none', '203.0.113'],
  ['ip-allow', '10.0.0.0/0', '10.0.0.0/08'],
  ['ip-allow', '10.0.0.1', 'fe80::1%eth0'],
  ['redirect-uri', 'https://a.example/cb?x=1', 'https://a.example/cb#x'],
  ['redirect-uri', 'http://127.0.0.1:1/', 'javascript:alert(1)'],
  ['redirect-uri', 'none', 'https://a.example/cb,https://b.example/cb x'],
  ['redirect-uri', 'https://a.example/@', 'https://a.example@b.example/'],
  ['redirect-uri', 'https://a.example/cb https://b.example/cb', 'https://a.example/cb  https://b'],
  ['redirect-uri', 'https://xn--fiqs8s.example/', 'https://中国.example/'],
  ['redirect-uri', 'https://a.example/%22', 'https://a.example/"'],
  [
    'redirect-uri',
    Array(10).fill('https://a.example/').join(' '),
    Array(11).fill('https://a.example/').join(' '),
  ],
  ['insurer', 'INS_A.b-1', 'INS A'],
  ['charity-channel', 'x'.repeat(64), 'x'.repeat(65)],
  ['biz-codes', 'A,B', 'A,,B'],
  ['profile', 'strict', 'Strict'],
  ['sign-method', 'hmac-sha256', 'sha1'],
])('takes %s %j and not %j', (name, good, bad) => {
  expect(set(name, good)).toBeDefined()
  expect(set(name, bad)).toBeUndefined()
})

it('keeps the other limit, and has none when both are taken away', () => {
  const second = set('per-second', '5')
  expect(second?.limits).toEqual({ per_second: 5 })
  const both = set('per-day', '100', second)
  expect(both?.limits).toEqual({ per_second: 5, per_day: 100 })
  expect(set('per-day', 'none', set('per-second', 'none', both))?.limits).toBeNull()
})

it('keeps the limits of single APIs', () => {
  const limits = { per_second: 5, per_day: 100, per_api: { 'taobao.time.get': { per_second: 1 } } }
  expect(set('per-second', '6', { ...app, limits })?.limits).toEqual({ ...limits, per_second: 6 })
  const unlimited = set('per-day', 'none', set('per-second', 'none', { ...app, limits }))
  expect(unlimited?.limits?.per_api).toEqual(limits.per_api)
})

it('keeps each redirect address as it was written, and once', () => {
  const text = 'https://A.example https://a.example https://A.example'
  expect(set('redirect-uri', text)?.redirect_uris).toEqual([
    'https://A.example',
    'https://a.example',
  ])
  expect(set('redirect-uri', 'none')?.redirect_uris).toEqual([])
})

it('takes away whom the app acts for', () => {
  expect(set('insurer', 'none')?.owns).not.toHaveProperty('insurer')
  expect(set('biz-codes', 'none')?.biz_codes).toEqual([])
})

it('knows every key of the sandbox', () => {
  for (const { app_key } of sandboxApps) expect(isSandboxKey(app_key)).toBe(true)
  expect(isSandboxKey('10000010')).toBe(false)
})
