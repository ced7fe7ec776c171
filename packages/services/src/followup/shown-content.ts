import type { followupFetch, ResponseOf } from '@topgate/contracts'
import type { ShownMessage } from './message-page.ts'

type Result = ResponseOf<typeof followupFetch>['result1']
export type ShownDialog = NonNullable<Result['dialog_list']>[number]
type KnownMembers = ShownDialog['dialog_content_v_o']

/** What readers get in place of a message that was taken back. */
export const RECALLED_TYPE = 40
const RECALLED_WORDS = '消息已撤回'
const recalledContent = JSON.stringify({ recalled: true, text: RECALLED_WORDS })

const knownMembers = [
  'text',
  'title',
  'radio',
  'radio_time',
  'pic',
  'diagnose',
  'advice',
  'send_time',
] as const satisfies readonly (keyof KnownMembers)[]

/** A message in the form of the API. */
export function dialogOf({ id, stamp, rs_type, content_type, content }: ShownMessage): ShownDialog {
  return {
    content: content ?? recalledContent,
    content_type: String(content_type),
    id: String(id),
    time_stamp: String(stamp),
    rs_type,
    dialog_content_v_o: membersOf(content ?? recalledContent),
  }
}

function membersOf(content: string): KnownMembers {
  // It was read as an object of bounded depth before it was stored; numbers stay as they were sent.
  const members: Readonly<Record<string, unknown>> = JSON.parse(content, keepNumbers)
  const shown = knownMembers.flatMap((name) => {
    const text = textOf(members[name])
    return text === undefined ? [] : [[name, text]]
  })
  return Object.fromEntries(shown)
}

function keepNumbers(_name: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? value) : value
}

/** One picture in a list is its address; what else is no text is told as JSON. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.length === 1 && typeof value[0] === 'string') return value[0]
  return JSON.stringify(value)
}
