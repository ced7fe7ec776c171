import {
  choiceField,
  countField,
  flagField,
  int64Field,
  lineField,
  momentField,
  nameField,
  optional,
} from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { writeCharityTerms } from './seed.ts'
import { rulesBySubCode } from './tables.ts'

export const loadActivities = loadKind({
  name: 'activities',
  about: 'Charity activities. Their channels are made when they are new; load their rules before.',
  fields: {
    activity_id: int64Field({ about: 'activity_id of the calls', example: '2026001' }),
    channel: nameField({ about: 'charity channel that may report for it', example: 'CH_MINE' }),
    name: lineField({ about: 'for people', example: '社区图书馆' }, 128),
    start: momentField({ about: 'when it begins', example: '2019-01-01 00:00:00' }),
    end: optional(momentField({ about: 'default no end', example: '2036-12-31 23:59:59' })),
    grace_days: optional(
      countField(
        { about: 'days after the end for late reports; default 30', example: '30' },
        0,
        3650,
      ),
    ),
    need_registration: optional(
      flagField({ about: 'true: only for users who signed up', example: 'false' }),
    ),
    quota: optional(
      countField({ about: 'users who may sign up; default any', example: '' }, 0, 1e9),
    ),
    default_sub_code: nameField({ about: 'rule of calls that name none', example: 'READ_ALOUD' }),
    status: optional(
      choiceField({ about: 'default ONLINE', example: 'ONLINE' }, [
        'DRAFT',
        'ONLINE',
        'ENDED',
        'SETTLED',
        'OFFLINE',
      ]),
    ),
  },
  key: ({ activity_id }) => activity_id.toString(),
  check: ({ start, end }) =>
    end === undefined || end > start ? undefined : { field: 'end', words: 'must be after start' },
  async needs(tx, rows, file) {
    const asked = rows.map(({ default_sub_code }) => ({ sub_code: default_sub_code }))
    const stored = await tx.read(rulesBySubCode, asked)
    const known = new Set(stored.map(({ sub_code }) => sub_code))
    for (const key of file('rules')) known.add(key.slice(0, key.indexOf(' ')))
    return ({ default_sub_code }) =>
      known.has(default_sub_code)
        ? undefined
        : {
            field: 'default_sub_code',
            words: `there is no rule ${default_sub_code}: load it before`,
          }
  },
  async write(tx, _vault, rows) {
    const channels = [...new Set(rows.map(({ channel }) => channel))]
    await writeCharityTerms(tx, { channels: channels.map((channel) => ({ channel })) }, 'keep')
    const activities = rows.map(({ start, end, ...activity }) => ({
      ...activity,
      start_ms: start,
      end_ms: end ?? null,
    }))
    await writeCharityTerms(tx, { activities }, 'replace')
  },
})
