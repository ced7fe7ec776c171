import type { Config } from '@topgate/server'
import {
  putApps,
  putSessions,
  type RegisteredApp,
  seedFollowup,
  seedRetail,
} from '@topgate/services'
import { type Database, openVault } from '@topgate/storage'
import { canaries } from './canaries.ts'

export const APP_KEY = '55501013'
export const SESSION_ID = 'ca9a1500000000000000000000000001'
export const DOCTOR = '555000000000001'
export const PATIENT = '555000000000002'
const CORP = 'CORP_CANARY'
const UNTIL_MS = Date.UTC(2099, 0, 1)

const app: RegisteredApp = {
  app_key: APP_KEY,
  name: 'canary',
  status: 'enabled',
  group: 'formal',
  profile: 'strict',
  secret: canaries.secret,
  previous_secret: canaries.previousSecret,
  previous_until_ms: null,
  min_sign_method: 'md5',
  limits: null,
  ip_allow: [],
  redirect_uris: [],
  owns: {
    insurer: 'INS_A',
    charity_channel: 'CH_A',
    house_partner: 'HOUSE_A',
    followup_corp: CORP,
  },
  biz_codes: ['BIZ_CANARY', 'BIZ_PHONES'],
  grants: (['insurance', 'charity', 'alihouse', 'retail-tag', 'followup'] as const).map((name) => ({
    package: name,
    approved: true,
    expires_ms: null,
    requested_ms: null,
    reason: '',
  })),
}

/** Puts an app, its sessions and its people into a store, beside what the sandbox has. */
export async function plantCanaries(db: Database, config: Config): Promise<void> {
  const vault = openVault({ masterKey: config.masterKey })
  const user = { taobao_user_id: canaries.account, taobao_user_nick: canaries.sessionNick }
  const session = { ...user, token: canaries.session, app_key: APP_KEY }
  await db.transaction(async (tx) => {
    await putApps(tx, vault, [app])
    await putSessions(tx, vault, [{ ...session, expires_ms: UNTIL_MS, revoked: false }])
    await seedRetail(tx, vault, retail, 'keep')
    await seedFollowup(tx, vault, followup, 'keep')
  })
}

const retail: Parameters<typeof seedRetail>[2] = {
  sources: [
    { biz_code: 'BIZ_CANARY', ttl_days: 30 },
    { biz_code: 'BIZ_PHONES', ttl_days: 30, isv_user_id_is_phone: true },
  ],
  tags: ['BIZ_CANARY', 'BIZ_PHONES'].map((biz_code) => ({ biz_code, tag_code: 'DEFAULT' })),
  users: [
    {
      taobao_user_id: canaries.account,
      nick: canaries.nick,
      alipay_user_id: canaries.alipayId,
      mobile: { number: canaries.phone, is_primary: true },
      open_id: { [APP_KEY]: canaries.openId },
      isv_user_id: { BIZ_CANARY: canaries.ownId },
    },
  ],
}

const followup: Parameters<typeof seedFollowup>[2] = {
  doctors: [{ corp: CORP, doctor_id: DOCTOR, name: 'a doctor' }],
  groups: [],
  patients: [{ corp: CORP, patient_id: PATIENT, name: canaries.patientName }],
  conversations: [
    {
      corp: CORP,
      session_id: SESSION_ID,
      kind: 'SINGLE',
      bterm_user_id: DOCTOR,
      cterm_user_id: PATIENT,
      state: 'OPEN',
    },
  ],
  auth_tokens: [
    { corp: CORP, token: canaries.doctorToken, subject: DOCTOR, role: 'doctor' },
    { corp: CORP, token: canaries.patientToken, subject: PATIENT, role: 'patient' },
  ],
}
