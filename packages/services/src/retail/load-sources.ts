import { choiceField, countField, lineField, nameField, optional } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { MISS_PERCENT } from './lookup-window.ts'
import { seedRetail } from './seed.ts'
import { TTL_DAYS } from './tables.ts'

const PEOPLE_MAX = 1_000_000

export const loadSources = loadKind({
  name: 'sources',
  about:
    'Sources of tags: how long their tags last, and what stops one that tries out who is a user.',
  fields: {
    biz_code: nameField({
      about: 'source, one of the biz codes of the app',
      example: 'STORE_MINE',
    }),
    ttl_days: optional(
      countField({ about: `a tag lasts this long; default ${TTL_DAYS}`, example: '395' }, 1, 3650),
    ),
    miss_percent: optional(
      countField(
        {
          about: `share of the last 500 people not found that stops it; default ${MISS_PERCENT}`,
          example: '40',
        },
        1,
        100,
      ),
    ),
    people_per_minute: optional(
      countField(
        {
          about: 'different people that it may ask for in a minute; default no limit',
          example: '500',
        },
        1,
        PEOPLE_MAX,
      ),
    ),
    isv_user_id_is_phone: optional(
      choiceField({ about: 'it sends phone numbers as isv_user_id; default no', example: 'no' }, [
        'yes',
        'no',
      ]),
    ),
    purpose: optional(lineField({ about: 'what the tags are for', example: '会员到店' }, 200)),
    status: optional(
      choiceField({ about: 'default ACTIVE', example: 'ACTIVE' }, ['ACTIVE', 'CLOSED']),
    ),
  },
  key: ({ biz_code }) => biz_code,
  async write(tx, vault, rows) {
    const sources = rows.map(({ ttl_days = TTL_DAYS, isv_user_id_is_phone, ...source }) => ({
      ...source,
      ttl_days,
      isv_user_id_is_phone: isv_user_id_is_phone === 'yes',
    }))
    await seedRetail(tx, vault, { sources, tags: [], users: [] }, 'replace')
  },
})
