import { formatBeijing } from '@topgate/contracts'
import type { TagsReport } from '@topgate/server'
import { inColumns } from './columns.ts'

type TaggedUser = TagsReport['user']

/** A user for people: who he is as far as it may be shown, then his tags. */
export function describeTags({ user, marks }: TagsReport): string {
  const heading = user.taobao_user_id ?? 'made up for a lenient app'
  return [
    `User ${heading}`,
    ...inColumns(userRows(user)),
    '',
    ...(marks.length === 0
      ? ['No tags']
      : [
          'Tags',
          ...inColumns([
            ['source', 'tag', 'status', 'times', 'first', 'last', 'until', 'purpose'],
            ...marks.map((mark) => [
              mark.biz_code,
              mark.tag_name === '' ? mark.tag_code : `${mark.tag_code} (${mark.tag_name})`,
              mark.status,
              String(mark.count),
              formatBeijing(mark.first_ms),
              formatBeijing(mark.last_ms),
              formatBeijing(mark.removed_ms ?? mark.expire_ms),
              mark.purpose === '' ? '-' : mark.purpose,
            ]),
          ]),
        ]),
  ].join('\n')
}

function userRows(user: TaggedUser): string[][] {
  const kinds = Map.groupBy(user.identifiers, ({ kind }) => kind)
  const found = Array.from(kinds, ([kind, { length }]) =>
    length > 1 ? `${kind} (${length})` : kind,
  )
  return [
    ['nick', user.nick ?? '-'],
    ['status', user.status],
    ['wants tags', user.refused ? 'no' : 'yes'],
    ['found by', found.length === 0 ? '-' : found.join(', ')],
    ['stored as', user.user_tag],
  ]
}
