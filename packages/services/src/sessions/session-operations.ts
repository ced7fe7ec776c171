import type { WriteHandler } from '@topgate/engine'
import { isLine } from '../apps/app-settings.ts'
import { appsByKey } from '../apps/tables.ts'
import { InputReader, OwnerRefusal, ownerOperation } from '../owner/index.ts'
import { revokeSessions } from './revoke-sessions.ts'
import { type NewSession, putSessions } from './session.ts'
import { NICK_CHARS_MAX, userExpects, userForm } from './user-form.ts'

const DAY_MS = 24 * 60 * 60_000
const DAYS_MAX = 3_650
/** How long a session key lives unless the owner says otherwise. */
export const SESSION_DAYS = 365

const tokenForm = /^[A-Za-z0-9]{40,64}$/
const tokenExpects = '40 to 64 letters and digits'

interface CreateInput {
  readonly token: string
  readonly app_key: string
  readonly user: string
  readonly nick: string
  readonly days: number
}

/** The token itself is made by who asks and never stored: only its hash is. */
const createSession = ownerOperation<CreateInput, ReadonlySet<string>, NewSession>(
  'owner.session.create',
  {
    read(input) {
      const reader = new InputReader(input)
      const nick = reader.text('nick') ?? ''
      if (nick !== '' && !isLine(nick, NICK_CHARS_MAX)) {
        throw new OwnerRefusal(`nick must be one line of up to ${NICK_CHARS_MAX} characters`)
      }
      return {
        token: reader.matching('token', tokenForm, tokenExpects),
        app_key: reader.text('app_key') ?? '',
        user: reader.matching('user', userForm, userExpects),
        nick,
        days: reader.number('days', 1, DAYS_MAX, SESSION_DAYS),
      }
    },

    async load(tx, inputs) {
      const apps = await tx.read(
        appsByKey,
        inputs.map(({ app_key }) => ({ app_key })),
      )
      return new Set(apps.map(({ app_key }) => app_key))
    },

    decide(apps, { token, app_key, user, nick, days }, { nowMs }) {
      if (!apps.has(app_key)) throw noApp(app_key)
      const expires_ms = nowMs + days * DAY_MS
      return {
        object: `session create ${app_key}`,
        result: { app_key, expires_ms },
        change: {
          ...{ token, app_key, expires_ms, revoked: false },
          taobao_user_id: user,
          taobao_user_nick: nick,
        },
      }
    },

    save: (tx, sessions, vault) => putSessions(tx, vault, sessions),
  },
)

export const sessionOperations: readonly WriteHandler[] = [createSession, revokeSessions]

function noApp(appKey: string): OwnerRefusal {
  return new OwnerRefusal(`There is no app ${appKey}. \`topgate app list\` shows all.`)
}
