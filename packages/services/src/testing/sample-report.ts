import {
  investDataBackFlow,
  type JsonText,
  type JsonValue,
  type RequestOf,
} from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import { prepareReport } from '../house/prepare-report.ts'
import type { ReportCall } from '../house/report-facts.ts'
import type { HouseSeed } from '../house/seed.ts'
import { testVault } from './test-platform.ts'
import { nowMs, writeCall } from './write-call.ts'

export const houseFixtures: HouseSeed = {
  partners: [
    { partner: 'HOUSE_A', bound_user: '2201234567890' },
    { partner: 'HOUSE_B', bound_user: '2201234567891' },
  ],
  subjects: [
    { partner: 'HOUSE_A', type: 1n, id: '64', store_id: '3' },
    { partner: 'HOUSE_A', type: 2n, id: '3', name: '222333444555666777' },
    { partner: 'HOUSE_B', type: 2n, id: '999', exclusive: true },
    { partner: 'HOUSE_B', type: 1n, id: '70', store_id: '7', exclusive: true },
    { partner: 'HOUSE_A', type: 2n, id: '5', exclusive: true },
  ],
}

export const boundUserTag = testVault.tag('taobao_user', '2201234567890')
export const otherUserTag = testVault.tag('taobao_user', '2201234567891')

/** The documented sample. */
export const sampleData = investDataBackFlow.request.req.fields.data.example ?? ''

/** The row of the corpus of bad inputs, with other members. */
export function statRow(members: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 64,
    store_id: 3,
    statisticsDate: '2022-04-02',
    aliUv: 1,
    updateTime: '2022-03-31 21:23:12',
    ...members,
  }
}

/** With the source text of numbers, which the types of TypeScript do not know yet. */
const parse = JSON.parse as (
  text: string,
  revive: (name: string, found: unknown, context: { source?: string }) => unknown,
) => JsonValue

/** JSON text and what the reader makes of it: bigint for integers, text for other numbers, Maps. */
export function readJsonText(text: string): JsonText {
  const value = parse(text, (_name, found: unknown, { source = '' }) => {
    if (typeof found === 'number') {
      return /^-?(?:0|[1-9][0-9]*)$/.test(source) ? BigInt(source) : { decimal: source }
    }
    const isPlain = typeof found === 'object' && found !== null && !Array.isArray(found)
    return isPlain && !('decimal' in found) ? new Map(Object.entries(found)) : found
  })
  return { text, value }
}

type Request = RequestOf<typeof investDataBackFlow>

export function reportRequest(data: unknown, type = 1n): Request {
  const text = typeof data === 'string' ? data : JSON.stringify(data)
  return { req: { type, data: readJsonText(text) } }
}

/** A call of the partner A by its bound user; `data` is JSON text or what becomes it. */
export function report(
  data: unknown,
  { type = 1n, ...other }: Partial<WriteCall> & { type?: bigint } = {},
): ReportCall {
  const request = reportRequest(data, type)
  const call = writeCall(investDataBackFlow, request, { user_tag: boundUserTag, ...other })
  return { ...call, request: prepareReport(request, nowMs) }
}
