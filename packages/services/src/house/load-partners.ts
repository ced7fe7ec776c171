import { countField, formField, nameField, optional } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { seedHouse } from './seed.ts'

const DAYS_MAX = 36_500

export const loadPartners = loadKind({
  name: 'partners',
  about: 'Housing partners, each with the Taobao user whose session reports for it.',
  fields: {
    partner: nameField({ about: 'partner as its apps name it', example: 'HOUSE_MINE' }),
    bound_user: formField(
      { about: 'Taobao user id of the session', example: '2200000000001', isPersonal: true },
      /^[1-9][0-9]{0,18}$/,
      'a Taobao user id: up to 19 digits',
    ),
    days_back_max: optional(
      countField(
        { about: 'days older than this are refused; default none', example: '' },
        1,
        DAYS_MAX,
      ),
    ),
  },
  key: ({ partner }) => partner,
  write: (tx, vault, partners) => seedHouse(tx, vault, { partners, subjects: [] }, 'replace'),
})
