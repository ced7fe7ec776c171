import {
  choiceField,
  countField,
  flagField,
  formField,
  momentField,
  nameField,
  optional,
} from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { writeCharityTerms } from './seed.ts'

const MINUTES_MAX = 1_000_000

export const loadRules = loadKind({
  name: 'rules',
  about: 'What a charity sub code is worth. A later version counts from its valid_from.',
  fields: {
    sub_code: formField(
      { about: 'charity_type_sub_code of the calls', example: 'READ_ALOUD' },
      /^[A-Z0-9_]{1,64}$/,
      '1 to 64 of A-Z, 0-9 and _',
    ),
    version: optional(countField({ about: 'default 1', example: '1' }, 1, 1_000_000)),
    valid_from: optional(momentField({ about: 'default always', example: '2026-01-01 00:00:00' })),
    valid_to: optional(momentField({ about: 'default for good', example: '' })),
    type: nameField({
      about: 'type of action that the hours count as',
      example: 'PAN_PUBLIC_WELFARE',
    }),
    formula: choiceField({ about: 'how the minutes come about', example: 'PER_QUANTITY' }, [
      'FIXED',
      'PER_DURATION',
      'PER_QUANTITY',
    ]),
    minutes: optional(
      countField(
        { about: 'FIXED: of one action; PER_QUANTITY: of one full unit', example: '6' },
        0,
        MINUTES_MAX,
      ),
    ),
    unit: optional(countField({ about: 'PER_QUANTITY; default 1', example: '20' }, 1, MINUTES_MAX)),
    quantity_path: optional(
      formField(
        { about: 'member of ori_content that is counted, dots between levels', example: 'pages' },
        /^[A-Za-z0-9_]{1,64}(\.[A-Za-z0-9_]{1,64}){0,7}$/,
        'names with dots between',
      ),
    ),
    event_max: optional(
      countField({ about: 'minutes of one action at most', example: '' }, 1, MINUTES_MAX),
    ),
    day_cap: optional(
      countField({ about: 'minutes of a user and day', example: '60' }, 1, MINUTES_MAX),
    ),
    year_cap: optional(
      countField({ about: 'minutes of a user and year', example: '' }, 1, MINUTES_MAX),
    ),
    decode_once: optional(
      flagField({ about: 'true: ori_content may be JSON inside a JSON string', example: '' }),
    ),
  },
  key: ({ sub_code, version = 1 }) => `${sub_code} ${version}`,
  check({ formula, quantity_path }) {
    if ((formula === 'FIXED') === (quantity_path === undefined)) return undefined
    return {
      field: 'quantity_path',
      words: 'belongs to PER_DURATION and PER_QUANTITY, which need it',
    }
  },
  write: (tx, _vault, rows) =>
    writeCharityTerms(
      tx,
      {
        rules: rows.map(({ valid_from, valid_to, ...rule }) => ({
          ...rule,
          valid_from_ms: valid_from ?? 0,
          valid_to_ms: valid_to ?? null,
        })),
      },
      'replace',
    ),
})
