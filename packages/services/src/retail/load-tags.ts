import {
  choiceField,
  countField,
  lineField,
  momentField,
  nameField,
  optional,
} from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { seedRetail } from './seed.ts'
import { sensitiveWord } from './sensitive-word.ts'
import { TTL_DAYS } from './tables.ts'

export const loadTags = loadKind({
  name: 'tags',
  about: 'Tags that a source may set. A source that is new is made with them.',
  fields: {
    biz_code: nameField({
      about: 'source, one of the biz codes of the app',
      example: 'STORE_MINE',
    }),
    tag_code: nameField({ about: 'tag', example: 'DEFAULT' }),
    name: optional(lineField({ about: 'for people', example: '到店' }, 64)),
    start: optional(momentField({ about: 'not before; default always', example: '' })),
    end: optional(momentField({ about: 'not after; default for good', example: '' })),
    status: optional(
      choiceField({ about: 'default ACTIVE', example: 'ACTIVE' }, ['ACTIVE', 'CLOSED']),
    ),
    ttl_days: optional(
      countField({ about: `of a source that is new; default ${TTL_DAYS}`, example: '' }, 1, 3650),
    ),
  },
  key: ({ biz_code, tag_code }) => `${biz_code} ${tag_code}`,
  check({ tag_code, name = '', start, end }) {
    const word = sensitiveWord(`${tag_code} ${name}`)
    if (word !== undefined) {
      return {
        field: 'name',
        words: `a tag about ${word} may not be kept: it is nobody's business`,
      }
    }
    if (start === undefined || end === undefined || end > start) return undefined
    return { field: 'end', words: 'must be after start' }
  },
  async write(tx, vault, rows) {
    const sources = [...Map.groupBy(rows, ({ biz_code }) => biz_code)].map(([biz_code, own]) => ({
      biz_code,
      ttl_days: own.find(({ ttl_days }) => ttl_days !== undefined)?.ttl_days ?? TTL_DAYS,
    }))
    await seedRetail(tx, vault, { sources, tags: [], users: [] }, 'keep')
    const tags = rows.map(({ start, end, ttl_days: _, ...tag }) => ({
      ...tag,
      ...(start === undefined ? {} : { start_ms: start }),
      ...(end === undefined ? {} : { end_ms: end }),
    }))
    await seedRetail(tx, vault, { sources: [], tags, users: [] }, 'replace')
  },
})
