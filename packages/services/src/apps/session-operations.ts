import type { WriteHandler } from '@topgate/engine'
import type { RowOf } from '@topgate/storage'
import { InputReader, OwnerRefusal, ownerOperation } from '../owner/index.ts'
import { isLine } from './app-settings.ts'
import { type NewSession, putSessions, taobaoUserTag } from './session.ts'
import { appsByKey, putSession, sessionsByApp, type sessionTable } from './tables.ts'

const DAY_MS = 24 * 60 * 60_000
const DAYS_MAX = 3_650
/** How long a session key lives unless the owner says otherwise. */
export const SESSION_DAYS = 365

const tokenForm = /^[A-Za-z0-9]{40,64}$/
const tokenExpects = '40 to 64 letters and digits'
const userForm = /^[1-9][0-9]{0,18}$/
const userExpects = 'a Taobao user id: up to 19 digits'
const NICK_CHARS_MAX = 64

interface CreateInput {
  readonly token: string
  readonly app_key: string
  readonly user: string
  readonly nick: string
  readonly days: number
}

interface RevokeInput {
  readonly app_key: string
  /** Undefined: every session of the app. */
  readonly user: string | undefined
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

type SessionRow = RowOf<typeof sessionTable>

interface RevokeFacts {
  readonly sessions: ReadonlyMap<string, readonly SessionRow[]>
  readonly userTags: ReadonlyMap<string, string>
}

const revokeSessions = ownerOperation<RevokeInput, RevokeFacts, readonly SessionRow[]>(
  'owner.session.revoke',
  {
    read(input) {
      const reader = new InputReader(input)
      const user = reader.text('user')
      if (user !== undefined) reader.matching('user', userForm, userExpects)
      return { app_key: reader.text('app_key') ?? '', user }
    },

    async load(tx, inputs, vault) {
      const keys = inputs.map(({ app_key }) => ({ app_key }))
      const rows = await tx.read(sessionsByApp, keys)
      const users = inputs.flatMap(({ user }) => (user === undefined ? [] : [user]))
      return {
        sessions: Map.groupBy(rows, ({ app_key }) => app_key),
        userTags: new Map(users.map((user) => [user, taobaoUserTag(vault, user)])),
      }
    },

    decide({ sessions, userTags }, { app_key, user }, { nowMs }) {
      const tag = user === undefined ? undefined : userTags.get(user)
      const live = (sessions.get(app_key) ?? []).filter(
        (row) =>
          row.revoked === 0 &&
          row.expires_ms > nowMs &&
          (tag === undefined || row.user_tag === tag),
      )
      if (live.length === 0) {
        const whose = user === undefined ? '' : ' of this user'
        throw new OwnerRefusal(`The app ${app_key} has no session${whose} to revoke.`)
      }
      return {
        object: `session revoke ${app_key}: ${live.length}`,
        result: { app_key, revoked: live.length },
        change: live.map((row) => ({ ...row, revoked: 1 })),
      }
    },

    async save(tx, changes) {
      const rows = new Map(changes.flat().map((row) => [row.token_hash, row]))
      await tx.write(putSession, [...rows.values()])
    },
  },
)

export const sessionOperations: readonly WriteHandler[] = [createSession, revokeSessions]

function noApp(appKey: string): OwnerRefusal {
  return new OwnerRefusal(`There is no app ${appKey}. \`topgate app list\` shows all.`)
}
