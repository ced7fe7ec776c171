import { choiceField, countField, formField, lineField, optional } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { seedInsurance } from './seed.ts'
import { milestones, stageKinds } from './stage-registry.ts'

export const loadBehaviours = loadKind({
  name: 'behaviours',
  about: 'The registry of insurance steps: their place in the funnel, and what a flow becomes.',
  fields: {
    behavior_type: formField(
      { about: 'behavior_type of the calls', example: 'WATCH_VIDEO' },
      /^[A-Z][A-Z0-9_]{1,63}$/,
      '2 to 64 of A-Z, 0-9 and _, a letter first',
    ),
    ordinal: countField({ about: 'place in the funnel', example: '25' }, 0, 1_000_000),
    kind: optional(choiceField({ about: 'default STEP', example: 'STEP' }, stageKinds)),
    reaches: optional(
      choiceField(
        { about: 'status that a flow has from then on; default none', example: '' },
        milestones,
      ),
    ),
    name: lineField({ about: 'in Chinese', example: '观看视频' }, 64),
    name_en: optional(lineField({ about: 'in English; default the same', example: 'Watched' }, 64)),
  },
  key: ({ behavior_type }) => behavior_type,
  write: (tx, _vault, behaviors) => seedInsurance(tx, { behaviors }, 'replace'),
})
