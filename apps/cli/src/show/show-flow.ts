import { findFlows } from '@topgate/server'
import { UsageError } from '../exit-codes.ts'
import { describeFlow } from './describe-flow.ts'
import { showable } from './show-kind.ts'

interface Options {
  readonly insurer?: string
  readonly rejections?: true
}

const FLOW_ID_MAX = 2n ** 63n - 1n

export const showFlow = showable({
  name: 'flow',
  summary: 'how far an insurance flow came, and by which ad',
  description:
    'Shows an insurance flow: its status, the funnel of each product, the ad that earned it, and ' +
    'every reported step by the time when it happened. Refusals for health are left out unless ' +
    '--rejections asks for them: whoever reads them needs a reason.',
  argument: { name: 'id', about: 'flow_id, all of its digits' },
  options: [
    {
      flags: '--insurer <insurer>',
      about: 'the insurer; without it, every insurer that used the number',
    },
    { flags: '--rejections', about: 'also show health notices and underwritings that failed' },
  ],
  examples: [
    'topgate show flow 1800001886002007960',
    'topgate show flow 1800001886002007960 --insurer INS_A --rejections',
    "topgate show flow 1800001886002007960 --json | jq '.[].products[].funnel'",
  ],
  find: ({ db, nowMs }, id, { insurer, rejections }: Options) =>
    findFlows(db, readFlowId(id), {
      nowMs,
      insurer,
      rejections: rejections === true ? 'shown' : 'withheld',
    }),
  describe: (flows) => flows.map(describeFlow).join('\n\n'),
  absence: (id, { insurer }) =>
    `Nothing is stored about the flow ${id}${insurer === undefined ? '' : ` of the insurer ${insurer}`}. ` +
    'Refused and declined calls leave no step, and steps without a flow_id belong to none. ' +
    'Check every digit: a program that keeps the number as a double sends another one.',
})

function readFlowId(text: string): bigint {
  const id = /^[1-9][0-9]{0,18}$/.test(text) ? BigInt(text) : 0n
  if (id >= 1n && id <= FLOW_ID_MAX) return id
  throw new UsageError(`${text}: a flow_id is a whole number from 1 to ${FLOW_ID_MAX}`)
}
