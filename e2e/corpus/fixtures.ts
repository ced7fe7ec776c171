export interface AppFixture {
  readonly key: string
  readonly secret: string
}

/** An app of a fresh sandbox. */
export function appFixture(key: string): AppFixture {
  return { key, secret: `sandbox${key.slice(-1).padStart(26, '0')}` }
}

export const appA = appFixture('10000001')
export const sessionOfA = sessionFixture(1)

function sessionFixture(number: number): string {
  return `6200sandbox${String(number).padStart(46, '0')}`
}

/** Secrets that the corpus calls by name. */
export const namedSecrets: Readonly<Record<string, string>> = {
  other_app: appFixture('10000002').secret,
  previous_live: 'sandbox0000000000000000000000008a',
  retired: 'sandbox000000000000000000000000ff',
}

/** What the corpus writes as `{name}` and a fresh sandbox knows. */
export const fixtureValues: Readonly<Record<string, string>> = {
  session: sessionOfA,
  session_upper: sessionOfA.toUpperCase(),
  session_of_other_app: sessionFixture(2),
  auth_code: 'sandboxauthorizationcode00000001',
  open_id_of_other_app: 'AAEsandboxopenid00000000000002',
  flow_of_other_insurer: '1800001886002007999',
  ended_activity: '12347',
  dialog_of_other_app: '00000000000000000000000000000b02',
}

/** States that a fixture has from the start, so that nobody needs to reach into the server. */
export const stateFixtures: Readonly<Record<string, { app?: string; session?: string }>> = {
  'app.status="disabled"': { app: '10000006' },
  'app.min_sign_method="hmac-sha256"': { app: '10000007' },
  'app.ip_allow=["203.0.113.0/24"]': { app: '10000005' },
  'session.expires_at="{now-1s}"': { session: sessionFixture(3) },
  'partner.status="suspended"': { app: '10000006' },
  'session.revoked=true': { session: sessionFixture(4) },
  'app="10000002"': { app: '10000002' },
  'app="10000008"': { app: '10000008' },
}

/** The text in the charity base request that each case replaces by an id of its own. */
export const BASE_EVENT_ID = 'UNI_9901'
