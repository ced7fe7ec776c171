import { BlockList } from 'node:net'
import { packageTitles } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import type { Gateway, ServedApi } from '../gateway.ts'
import type { App, Grant } from '../ports.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import {
  goodParameters,
  NOW_MS,
  signed,
  stepSync,
  testApp,
  testGateway,
} from '../testing/test-gateway.ts'
import { authorise } from './authorise.ts'
import { verifySignature } from './verify-signature.ts'

const { gateway } = testGateway()
const PEER = '203.0.113.9'

function served(from: Gateway, method: string): ServedApi {
  const api = from.apis.get(method)
  if (api === undefined) throw new Error(`no ${method}`)
  return api
}

const api = served(gateway, stepSync.method)
const open: ServedApi = { ...api, contract: { ...stepSync, package: null } }

function check(app: Partial<App>, { to = api, peer = PEER } = {}): void {
  const call = verifySignature(signed(goodParameters()), testApp(app), gateway)
  authorise(call, to, peer, NOW_MS)
}

const refusal = (app: Partial<App>, options = {}) => refusalOf(() => check(app, options))

const granted = (grant: Partial<Grant>) => ({
  grants: new Map([
    ['insurance' as const, { approved: true, expiresMs: null, requested: false, ...grant }],
  ]),
})

describe('a package', () => {
  it('that is granted lets the call through, until the very millisecond of its end', async () => {
    check(granted({}))
    check(granted({ expiresMs: NOW_MS + 1 }))
    expect((await refusal(granted({ expiresMs: NOW_MS }))).name).toBe('package-missing')
  })

  it('that is not approved yet does not count', async () => {
    expect((await refusal(granted({ approved: false }))).name).toBe('package-missing')
  })

  it('of another API does not count', async () => {
    const grants = new Map([
      ['charity' as const, { approved: true, expiresMs: null, requested: false }],
    ])
    expect((await refusal({ grants })).name).toBe('package-missing')
  })

  it('is asked of an app without any by another sub code, with what to do', async () => {
    const { name, detail } = await refusal({ grants: new Map() })
    expect(name).toBe('no-packages')
    expect(detail.subMsg).toContain(
      `20000001 没有权限包 insurance（${packageTitles.insurance.zh}），请申请：`,
    )
  })

  it('is not asked for by an API that is open to all', () => {
    check({ grants: new Map() }, { to: open })
  })
})

describe('an address list', () => {
  const list = new BlockList()
  list.addSubnet('203.0.113.0', 24)
  const allows = {
    patterns: ['203.0.113.0/24', '198.51.100.7'],
    holds: (address: string) => list.check(address),
  }

  it('lets its addresses through and refuses all others', async () => {
    check({ allows }, { peer: '203.0.113.0' })
    check({ allows }, { peer: '203.0.113.255' })
    expect((await refusal({ allows }, { peer: '203.0.114.0' })).name).toBe('address-not-allowed')
  })

  it('is told in the words that TOP uses', async () => {
    const { detail } = await refusal({ allows }, { peer: '192.0.2.1' })
    expect(detail.subMsg).toBe(
      'The appkey 20000001 is only allowed to call from 203.0.113.0/24,198.51.100.7',
    )
  })

  it('counts for open APIs too, and after the package', async () => {
    const peer = '192.0.2.1'
    expect((await refusal({ allows }, { to: open, peer })).name).toBe('address-not-allowed')
    expect((await refusal({ allows, grants: new Map() }, { peer })).name).toBe('no-packages')
  })
})
