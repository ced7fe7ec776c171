import { migrations, putApps, type RegisteredApp } from '@topgate/services'
import { migrate, openVault, type Vault } from '@topgate/storage'
import { eachDatabase, type OpenDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { createAppDirectory, createSessionDirectory } from './app-directory.ts'

const vault: Vault = openVault({ masterKey: Buffer.alloc(32, 1) })

const registered: RegisteredApp = {
  app_key: '1',
  name: 'one',
  status: 'enabled',
  group: 'formal',
  profile: 'lenient',
  secret: 'new secret',
  previous_secret: null,
  previous_until_ms: null,
  min_sign_method: 'hmac',
  limits: null,
  ip_allow: [],
  redirect_uris: ['https://app.example/cb'],
  owns: { insurer: 'I' },
  biz_codes: ['B'],
  grants: [{ package: 'charity', approved: false, expires_ms: 5, requested_ms: 4, reason: 'r' }],
}

const NOW_MS = 1_000

async function directoryOf(open: OpenDatabase, changes: Partial<RegisteredApp> = {}) {
  const db = await open()
  await migrate(db, migrations, () => 0)
  await db.transaction((tx) => putApps(tx, vault, [{ ...registered, ...changes }]))
  return {
    db,
    directory: createAppDirectory(
      db,
      vault,
      () => 0,
      () => NOW_MS,
    ),
  }
}

eachDatabase('the directory of apps', (open) => {
  it('shows an app as the gateway wants it', async () => {
    const { directory } = await directoryOf(open)
    expect(await directory.find('1')).toEqual({
      key: '1',
      name: 'one',
      status: 'enabled',
      group: 'formal',
      secrets: ['new secret'],
      previousUntilMs: null,
      minSignMethod: 'hmac',
      profile: 'lenient',
      limits: null,
      grants: new Map([['charity', { approved: false, expiresMs: 5, requested: true }]]),
      allows: null,
      redirectUris: ['https://app.example/cb'],
      owns: { insurer: 'I' },
      biz_codes: ['B'],
    })
    expect(await directory.find('2')).toBeUndefined()
  })

  it('knows both secrets of a rotation, and limits', async () => {
    const { directory } = await directoryOf(open, {
      previous_secret: 'old secret',
      limits: { per_second: 2, per_day: 1000, per_api: { 'taobao.time.get': { per_second: 1 } } },
    })
    expect(await directory.find('1')).toMatchObject({
      secrets: ['new secret', 'old secret'],
      limits: {
        perSecond: 2,
        perDay: 1000,
        perApi: new Map([['taobao.time.get', { perSecond: 1 }]]),
        perUser: {},
      },
    })
  })

  it('forgets the previous secret when its time is over', async () => {
    for (const [previous_until_ms, isKept] of [
      [NOW_MS, false],
      [NOW_MS + 1, true],
    ] as const) {
      const changes = { previous_secret: 'old secret', previous_until_ms }
      const { directory } = await directoryOf(open, changes)
      const secrets = isKept ? ['new secret', 'old secret'] : ['new secret']
      expect(await directory.find('1')).toMatchObject({ secrets })
    }
  })

  it('reads networks and single addresses, in both families', async () => {
    const patterns = ['203.0.113.0/24', '198.51.100.7', '2001:db8::/32', '2001:db9::1']
    const { directory } = await directoryOf(open, { ip_allow: patterns })
    const allows = (await directory.find('1'))?.allows
    expect(allows?.patterns).toEqual(patterns)
    const holds = (address: string) => allows?.holds(address)
    for (const address of [
      '203.0.113.0',
      '203.0.113.255',
      '::ffff:203.0.113.9',
      '198.51.100.7',
      '2001:db8:ffff::1',
      '2001:db9::1',
    ]) {
      expect([address, holds(address)]).toEqual([address, true])
    }
    for (const address of [
      '203.0.112.255',
      '203.0.114.0',
      '::ffff:203.0.114.0',
      '198.51.100.8',
      '2001:db9::2',
      '::1',
      '',
      'localhost',
    ]) {
      expect([address, holds(address)]).toEqual([address, false])
    }
  })

  it('finds no session that was never issued', async () => {
    const { db } = await directoryOf(open)
    const sessions = createSessionDirectory(db, () => 0)
    expect(await sessions.find('6200'.repeat(8))).toBeUndefined()
  })
})
