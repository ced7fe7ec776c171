import { formField, lineField, nameField } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { seedInsurance } from './seed.ts'

export const loadProducts = loadKind({
  name: 'products',
  about: 'What an insurer sells. A strict app reports steps only for products that are here.',
  fields: {
    insurer: nameField({ about: 'insurer as its apps name it', example: 'INS_MINE' }),
    inst_product_id: formField(
      { about: 'inst_product_id of the calls', example: 'CU96' },
      /^[A-Za-z0-9_-]{1,64}$/,
      '1 to 64 letters, digits, _ and -',
    ),
    name: lineField({ about: 'for people', example: '百万医疗险' }, 128),
  },
  key: ({ insurer, inst_product_id }) => `${insurer} ${inst_product_id}`,
  write: (tx, _vault, products) => seedInsurance(tx, { products }, 'replace'),
})
