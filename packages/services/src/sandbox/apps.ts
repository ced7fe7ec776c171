import type { PackageName } from '@topgate/contracts'
import type { RegisteredApp } from '../apps/index.ts'
import type { NewSession } from '../sessions/index.ts'

/**
 * The apps and session keys of a fresh sandbox. Everything here is published: production refuses to
 * start when one of these keys is registered.
 */
const allPackages: readonly PackageName[] = [
  'insurance',
  'charity',
  'alihouse',
  'retail-tag',
  'followup',
]

const REDIRECT_URI = 'http://127.0.0.1:8080/oauth/callback'

function sandboxApp(
  digit: number,
  name: string,
  packages: readonly PackageName[],
  more: Partial<RegisteredApp> = {},
): RegisteredApp {
  return {
    app_key: `1000000${digit}`,
    name,
    status: 'enabled',
    group: 'formal',
    profile: 'strict',
    secret: `sandbox0000000000000000000000000${digit}`,
    previous_secret: null,
    previous_until_ms: null,
    min_sign_method: 'md5',
    limits: null,
    ip_allow: [],
    redirect_uris: [REDIRECT_URI],
    owns: {},
    biz_codes: [],
    grants: packages.map((name) => ({
      package: name,
      approved: true,
      expires_ms: null,
      requested_ms: null,
      reason: '',
    })),
    ...more,
  }
}

/** What an app of the tenant with this letter acts for. */
function tenant(letter: string, bizCodes: readonly string[]): Partial<RegisteredApp> {
  return {
    owns: {
      insurer: `INS_${letter}`,
      charity_channel: `CH_${letter}`,
      house_partner: `HOUSE_${letter}`,
      followup_corp: `CORP_${letter}`,
    },
    biz_codes: bizCodes,
  }
}

const channelA = { owns: { charity_channel: 'CH_A' } }

export const sandboxApps: readonly RegisteredApp[] = [
  sandboxApp(1, '沙箱应用 A', allPackages, tenant('A', ['BIZ_A', 'STORE_HZ01'])),
  sandboxApp(2, '沙箱应用 B（另一租户）', allPackages, tenant('B', ['BIZ_B'])),
  sandboxApp(3, '无权限应用', []),
  sandboxApp(4, '低限流应用', ['charity', 'retail-tag'], {
    ...channelA,
    limits: { per_second: 2, per_day: 1000 },
  }),
  sandboxApp(5, 'IP 白名单应用', ['charity'], { ...channelA, ip_allow: ['203.0.113.0/24'] }),
  sandboxApp(6, '已停用应用', ['charity'], { status: 'disabled' }),
  sandboxApp(7, '只许 hmac-sha256', ['charity'], { ...channelA, min_sign_method: 'hmac-sha256' }),
  sandboxApp(8, '密钥轮换中', ['charity'], {
    ...channelA,
    previous_secret: 'sandbox0000000000000000000000008a',
  }),
  sandboxApp(9, '宽松应用', allPackages, { ...tenant('L', ['BIZ_L']), profile: 'lenient' }),
]

/** Far enough that a sandbox never sees it; an expired key ended long ago. */
const VALID_UNTIL_MS = Date.UTC(2099, 0, 1)
const EXPIRED_MS = Date.UTC(2020, 0, 1)

function sandboxSession(
  digit: number,
  app_key: string,
  taobao_user_id: string,
  taobao_user_nick: string,
  more: Partial<NewSession> = {},
): NewSession {
  return {
    token: `6200sandbox000000000000000000000000000000000000000000000${digit}`,
    app_key,
    taobao_user_id,
    taobao_user_nick,
    expires_ms: VALID_UNTIL_MS,
    revoked: false,
    ...more,
  }
}

export const sandboxSessions: readonly NewSession[] = [
  sandboxSession(1, '10000001', '2201234567890', '沙箱商家'),
  sandboxSession(2, '10000002', '2201234567891', '沙箱商家二'),
  sandboxSession(3, '10000001', '2201234567890', '沙箱商家', { expires_ms: EXPIRED_MS }),
  sandboxSession(4, '10000001', '2201234567890', '沙箱商家', { revoked: true }),
  sandboxSession(9, '10000009', '2201234567892', '宽松商家'),
]
