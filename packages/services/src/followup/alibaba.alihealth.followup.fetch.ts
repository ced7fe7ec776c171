import { followupFetch, type RequestOf, type ResponseOf } from '@topgate/contracts'
import { implementReading, type QueryCall } from '@topgate/engine'
import { noteToken } from './chat-guard.ts'
import { watchOf } from './conversation-watch.ts'
import { deniedResult } from './denied-result.ts'
import { type PageRequest, readPage, type ShownMessage } from './message-page.ts'
import { type Claim, callerOf } from './people.ts'
import { dialogOf } from './shown-content.ts'

type FetchCall = QueryCall<RequestOf<typeof followupFetch>>
type Answer = ResponseOf<typeof followupFetch>

const PAGE_SIZE = 10n

/** A doctor or patient reads a conversation, or asks whether there is something new. */
export const fetchFollowup = implementReading(followupFetch, (tools) => {
  const watch = watchOf(tools)
  return async (call: FetchCall): Promise<Answer> => {
    const entered = await watch.enter(claimOf(call), tools.nowMs())
    if (typeof entered === 'string') {
      const result1 = deniedResult(followupFetch, entered)
      noteToken(tools, call.app, followupFetch.method, result1)
      return { result1 }
    }
    const page = pageOf(call)
    if (page.direction === 'newer' && !(await watch.hasNewer(page, page.stamp, waitMsOf(call)))) {
      return found([])
    }
    return found(await readPage(tools.db, tools.vault, page))
  }
})

function claimOf({ app, request }: FetchCall): Claim {
  const { session_id, rs_type, bterm_user_id, cterm_user_id, user_id } = request.request1
  const { auth_token } = request
  const people = { bterm_user_id, cterm_user_id, user_id, auth_token }
  return { ...callerOf(app), session_id, rs_type, ...people }
}

/** Backwards from nowhere is backwards from the end. */
function pageOf({ app, request: { request1 } }: FetchCall): PageRequest {
  const { session_id, fetch_type, last_time_stamp = '0', page_size = PAGE_SIZE } = request1
  const direction = fetch_type === '2' ? 'older' : 'newer'
  const stamp = Number(last_time_stamp)
  return {
    corp: callerOf(app).corp,
    session_id,
    direction,
    stamp: direction === 'older' && stamp === 0 ? Number.MAX_SAFE_INTEGER : stamp,
    limit: Number(page_size),
  }
}

function waitMsOf({ request: { request1 } }: FetchCall): number {
  return Number(request1.wait_seconds ?? 0n) * 1000
}

function found(messages: readonly ShownMessage[]): Answer {
  const dialog_list = messages.map(dialogOf)
  return { result1: { success: true, msg_code: 'SUCCESS', msg_info: '成功', dialog_list } }
}
