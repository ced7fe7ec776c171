import { openVault } from '@topgate/storage'
import { describe, expect, it } from 'vitest'
import { newVisitor, visitorCookies } from './visitor-cookie.ts'

const vault = openVault({ masterKey: new Uint8Array(32).fill(7) })
const cookies = visitorCookies(vault, true)
const user = { taobao_user_id: '2201234567890', taobao_user_nick: '商家' }
const nowMs = 1_000_000

const headerOf = (setCookie: string) => setCookie.split(';')[0] ?? ''

describe('the cookie of a visitor', () => {
  it('brings him back for ten minutes, on every node with the same key', () => {
    const visitor = newVisitor(user)
    const header = `other=1; ${headerOf(cookies.write(visitor, nowMs))}`
    const node = visitorCookies(openVault({ masterKey: new Uint8Array(32).fill(7) }), true)
    expect(node.read(header, nowMs + 599_999)).toEqual(visitor)
    expect(node.read(header, nowMs + 600_000)).not.toEqual(visitor)
  })

  it('shows nothing of the user, and cannot be made or changed by anybody else', () => {
    const header = headerOf(cookies.write(newVisitor(user), nowMs))
    expect(Buffer.from(header.split('=')[1] ?? '', 'base64url').includes('2201')).toBe(false)
    const changed = header.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    for (const forged of [changed, 'topgate_visitor=', 'topgate_visitor=e30', undefined]) {
      expect(cookies.read(forged, nowMs)).not.toHaveProperty('user')
    }
    const stranger = visitorCookies(openVault({ masterKey: new Uint8Array(32).fill(8) }), true)
    expect(stranger.read(header, nowMs)).not.toHaveProperty('user')
  })

  it('travels over HTTPS alone in production, and belongs to this host', () => {
    const production = visitorCookies(vault, false)
    const set = production.write(newVisitor(), nowMs)
    expect(set).toMatch(/^__Host-topgate_visitor=/)
    expect(set.split('; ').slice(1)).toEqual([
      'Max-Age=600',
      'Path=/',
      'HttpOnly',
      'SameSite=Lax',
      'Secure',
    ])
  })
})
