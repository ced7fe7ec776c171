import { migrate } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { migrations } from '../migrations.ts'
import { testVault } from '../testing/test-platform.ts'
import { nowMs } from '../testing/write-call.ts'
import { listSessions } from './list-sessions.ts'
import { findSession, sealUser, sessionUserContext } from './session.ts'
import { familiesMigration } from './tables.ts'
import { hashToken } from './token-text.ts'

const TOKEN = '6200'.padEnd(56, '1')
const user = { taobao_user_id: '2201234567890', taobao_user_nick: '商家' }

eachDatabase('session keys from before users could authorise apps', (open, dialect) => {
  it('go on as they were, for every package of their app', async () => {
    const db = await open()
    const before = migrations.slice(0, migrations.indexOf(familiesMigration))
    await migrate(db, before, () => nowMs)
    const hash = hashToken(TOKEN)
    const sealed = Buffer.from(sealUser(testVault, sessionUserContext(hash), user)).toString('hex')
    const bytes = dialect === 'sqlite' ? `x'${sealed}'` : `'\\x${sealed}'`
    const ends = nowMs + 1_000
    await db.changeSchema((tx) =>
      tx.execute(`INSERT INTO app_session (token_hash, app_key, user_tag, "user", expires_ms, revoked)
        VALUES ('${hash}', '1', 'tag', ${bytes}, ${ends}, 0)`),
    )
    await migrate(db, migrations, () => nowMs)
    expect(await findSession(db, TOKEN)).toEqual({
      ...{ app_key: '1', user_tag: 'tag', expires_ms: ends, revoked: false },
      ...{ scopes: null, r2_until_ms: null, w2_until_ms: null },
    })
    expect(await listSessions(db, testVault, '1', nowMs)).toEqual([
      {
        ...{ id: hash.slice(0, 12), by: 'owner', user: '2201****7890' },
        ...{ scopes: null, granted_ms: null, until_ms: ends },
      },
    ])
    expect(await listSessions(db, testVault, '1', ends)).toEqual([])
  })
})
