import { Dictionary, type Measure } from '@topgate/server'
import { inColumns } from './columns.ts'
import { showable } from './show-kind.ts'

export const showMeasures = showable({
  name: 'measures',
  summary: 'the dictionary of housing statistics',
  description:
    'Shows how each measure of the housing statistics is read. inferred: by us, from its name; ' +
    'unconfirmed: the same for a measure that only a partner sends; confirmed: as the owner says.',
  examples: [
    'topgate show measures',
    `topgate show measures --json | jq '.[] | select(.confidence == "unconfirmed")'`,
  ],
  find: async ({ db }) => (await Dictionary.read(db)).all(),
  describe: (measures) =>
    inColumns([
      ['name', 'label', 'unit', 'side', 'bucket', 'confidence', 'version'],
      ...measures.map(rowOf),
    ]).join('\n'),
  absence: () => 'The dictionary is empty.',
})

function rowOf({ name, label, unit, side, bucket, confidence, version }: Measure): string[] {
  return [name, label, unit, side || '-', bucket || '-', confidence, String(version)]
}
