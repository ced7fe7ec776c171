import { choiceField, flagField, formField, lineField, optional } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { seedRetail } from './seed.ts'

export const loadUsers = loadKind({
  name: 'users',
  about: 'Taobao users that tags can be set on, with what they are found by. Stored encrypted.',
  fields: {
    taobao_user_id: formField(
      { about: 'Taobao user id', example: '2200000000002', isPersonal: true },
      /^[1-9][0-9]{0,18}$/,
      'a Taobao user id: up to 19 digits',
    ),
    nick: lineField(
      { about: 'nick; callers see it masked', example: 'tb_reader_8', isPersonal: true },
      64,
    ),
    alipay_user_id: optional(
      formField(
        { about: 'Alipay user id', example: '2088000000000002', isPersonal: true },
        /^2088[0-9]{12}$/,
        '16 digits that begin with 2088',
      ),
    ),
    mobile: optional(
      formField(
        { about: 'mobile number', example: '13800000002', isPersonal: true },
        /^1[3-9][0-9]{9}$/,
        'the 11 digits of a mobile number',
      ),
    ),
    status: optional(
      choiceField({ about: 'default ACTIVE', example: 'ACTIVE' }, ['ACTIVE', 'FROZEN', 'CLOSED']),
    ),
    refused: optional(flagField({ about: 'true: the user wants no tags', example: 'false' })),
  },
  key: ({ taobao_user_id }) => taobao_user_id,
  write: (tx, vault, rows) =>
    seedRetail(
      tx,
      vault,
      {
        sources: [],
        tags: [],
        users: rows.map(({ mobile, ...user }) => ({
          ...user,
          ...(mobile === undefined ? {} : { mobile: { number: mobile, is_primary: true } }),
        })),
      },
      'replace',
    ),
})
