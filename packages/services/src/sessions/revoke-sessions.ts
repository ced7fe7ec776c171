import { InputReader, OwnerRefusal, ownerOperation } from '../owner/index.ts'
import { type LiveAccess, liveAccess } from './live-access.ts'
import type { FamilyRow, SessionRow } from './load-tokens.ts'
import { taobaoUserTag } from './session.ts'
import { familiesByApp, markFamilyRevoked, markSessionRevoked, sessionsByApp } from './tables.ts'
import { userExpects, userForm } from './user-form.ts'

interface RevokeInput {
  readonly app_key: string
  /** Undefined: of every user. */
  readonly user: string | undefined
  /** One of `session list`; undefined: every one. */
  readonly id: string | undefined
}

interface RevokeFacts {
  readonly families: ReadonlyMap<string, readonly FamilyRow[]>
  readonly sessions: ReadonlyMap<string, readonly SessionRow[]>
  readonly userTags: ReadonlyMap<string, string>
}

/** A family ends as a whole: with it its code, its session keys and its refresh token. */
export const revokeSessions = ownerOperation<RevokeInput, RevokeFacts, readonly LiveAccess[]>(
  'owner.session.revoke',
  {
    read(input) {
      const reader = new InputReader(input)
      const user = reader.text('user')
      if (user !== undefined) reader.matching('user', userForm, userExpects)
      return { app_key: reader.text('app_key') ?? '', user, id: reader.text('id') }
    },

    async load(tx, inputs, vault) {
      const keys = inputs.map(({ app_key }) => ({ app_key }))
      const families = await tx.read(familiesByApp, keys)
      const sessions = await tx.read(sessionsByApp, keys)
      const users = inputs.flatMap(({ user }) => (user === undefined ? [] : [user]))
      return {
        families: Map.groupBy(families, ({ app_key }) => app_key),
        sessions: Map.groupBy(sessions, ({ app_key }) => app_key),
        userTags: new Map(users.map((user) => [user, taobaoUserTag(vault, user)])),
      }
    },

    decide({ families, sessions, userTags }, { app_key, user, id }, { nowMs }) {
      const tag = user === undefined ? undefined : userTags.get(user)
      const live = liveAccess(families.get(app_key) ?? [], sessions.get(app_key) ?? [], nowMs)
      const chosen = live.filter(
        (access) =>
          (tag === undefined || access.row.user_tag === tag) &&
          (id === undefined || access.id === id),
      )
      if (chosen.length === 0) {
        const which = id === undefined ? '' : ` ${id}`
        const whose = user === undefined ? '' : ' of this user'
        throw new OwnerRefusal(`The app ${app_key} has no session${which}${whose} to revoke.`)
      }
      return {
        object: `session revoke ${app_key}: ${chosen.length}`,
        result: { app_key, revoked: chosen.length },
        change: chosen,
      }
    },

    async save(tx, changes) {
      const chosen = [...new Map(changes.flat().map((access) => [access.id, access])).values()]
      const families = chosen.flatMap(({ kind, row }) =>
        kind === 'family' ? [{ ...row, revoked: 1 }] : [],
      )
      const sessions = chosen.flatMap(({ kind, row }) =>
        kind === 'session' ? [{ ...row, revoked: 1 }] : [],
      )
      await tx.write(markFamilyRevoked, families)
      await tx.write(markSessionRevoked, sessions)
    },
  },
)
