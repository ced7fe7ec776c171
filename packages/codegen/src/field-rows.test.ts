import { catalogue, documentServed } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { requestRows } from './field-rows.ts'

it.each(catalogue.map(documentServed))(
  'the limits of $method are words: no reader has to know patterns',
  (api) => {
    for (const { path, limits } of requestRows(api)) {
      for (const { zh, en } of limits) expect(`${zh} ${en}`, path).not.toMatch(/[[\]{}\\^$]/)
    }
  },
)
