import { choiceField, formField, lineField, optional } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { editMeasures, units } from './dictionary.ts'

export const loadMeasures = loadKind({
  name: 'measures',
  about: 'What the measures of housing statistics mean; each line is a new version of its measure.',
  fields: {
    name: formField(
      { about: 'the column, in the spelling of the rows', example: 'fcVipTcSend' },
      /^[a-z][A-Za-z0-9]{0,63}$/,
      'a column name such as aliDayTcSend',
    ),
    label: optional(lineField({ about: 'what people read', example: '贵宾发送次数' }, 64)),
    unit: optional(
      choiceField(
        { about: 'times and people add up, visitors and unknown are means', example: 'times' },
        units,
      ),
    ),
    confidence: optional(
      choiceField({ about: 'default confirmed', example: 'confirmed' }, [
        'confirmed',
        'inferred',
        'unconfirmed',
      ]),
    ),
  },
  key: ({ name }) => name,
  write: (tx, _vault, edits) => editMeasures(tx, edits),
})
