import { type Database, StartRefusal, type Vault } from '@topgate/storage'
import { putApps, registeredKeys } from '../apps/index.ts'
import { seedCharity } from '../charity/index.ts'
import { seedFollowup } from '../followup/index.ts'
import { seedHouse } from '../house/index.ts'
import { seedInsurance } from '../insurance/index.ts'
import { seedRetail } from '../retail/index.ts'
import { putSessions, type SessionUser } from '../sessions/index.ts'
import { sandboxApps, sandboxSessions } from './apps.ts'
import { sandboxCharity } from './charity.ts'
import { sandboxFollowup } from './followup.ts'
import { sandboxHouse } from './house.ts'
import { sandboxInsurance } from './insurance.ts'
import { sandboxRetail } from './retail.ts'

const sandboxKeys = sandboxApps.map(({ app_key }) => app_key)

/** The published test app that has every permission, and its session key. */
export const sandboxCaller = {
  appKey: '10000001',
  secret: 'sandbox00000000000000000000000001',
  session: '6200sandbox0000000000000000000000000000000000000000000001',
} as const

/** Whoever a visitor of a sandbox says to be; with the nick of the fixtures where they know him. */
export function sandboxUser(taobao_user_id: string): SessionUser {
  const known = sandboxSessions.find((session) => session.taobao_user_id === taobao_user_id)
  const taobao_user_nick = known?.taobao_user_nick ?? `沙箱用户${taobao_user_id.slice(-4)}`
  return { taobao_user_id, taobao_user_nick }
}

export interface SandboxTools {
  readonly vault: Vault
  readonly nowMs: number
  nextId(): bigint
}

/**
 * Fills an empty sandbox with known data, in one transaction. A sandbox that has it already stays
 * as it is, whatever was changed in it since.
 */
export async function loadSandbox(db: Database, tools: SandboxTools): Promise<void> {
  if ((await registeredKeys(db, sandboxKeys)).length > 0) return
  await db.transaction(async (tx) => {
    await tx.lock(['sandbox'])
    await seedCharity(tx, tools, sandboxCharity, 'keep')
    await seedInsurance(tx, sandboxInsurance, 'keep')
    await seedHouse(tx, tools.vault, sandboxHouse, 'keep')
    await seedRetail(tx, tools.vault, sandboxRetail, 'keep')
    await seedFollowup(tx, tools.vault, sandboxFollowup, 'keep')
    await putSessions(tx, tools.vault, sandboxSessions)
    await putApps(tx, tools.vault, sandboxApps)
  })
}

/** The keys and secrets of the sandbox are published: with one of them anybody could sign. */
export async function refuseSandboxKeys(db: Database): Promise<void> {
  const found = await registeredKeys(db, sandboxKeys)
  if (found.length === 0) return
  throw new StartRefusal(
    `This database holds the public sandbox apps ${found.join(', ')}, whose secrets everybody ` +
      'knows. Production starts with an empty database: choose another TOPGATE_DATA_DIR or ' +
      'TOPGATE_DATABASE_URL.',
  )
}
