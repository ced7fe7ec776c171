import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { chatPlatform, idsOf, recall, sentIn } from '../testing/chat-platform.ts'
import { message, sessionId } from '../testing/sample-message.ts'
import { createChatGuard } from './chat-guard.ts'

eachDatabase('the guard of chats', (open) => {
  it('tells the operators of each refused token, without the token', async () => {
    const { tools, alerts } = await chatPlatform(await open())
    const guard = createChatGuard(tools)
    for (const msg_code of ['SUCCESS', 'TOKEN_INVALID', 'TOKEN_EXPIRED']) {
      const watch = await guard.admit(message())
      watch({ result1: { success: msg_code === 'SUCCESS', msg_code } })
    }
    expect(alerts).toEqual(['a chat token was refused'])
  })

  it('lets those who poll on this node hear at once of what was sent and recalled here', async () => {
    const { run, fetch, tools } = await chatPlatform(await open())
    const guard = createChatGuard(tools)
    const guarded = async (call: Parameters<typeof guard.admit>[0]) => {
      const watch = await guard.admit(call)
      const [outcome] = await run(call)
      if (outcome?.kind === 'answered') watch(outcome.answer as Record<string, unknown>)
      return outcome
    }
    expect(idsOf(await fetch())).toEqual([])
    const { id, time_stamp } = sentIn(await guarded(message()))
    expect(idsOf(await fetch())).toEqual([id])
    await guarded(recall(id))
    const { dialog_list } = await fetch({ session_id: sessionId, last_time_stamp: time_stamp })
    expect(dialog_list).toMatchObject([{ id, content_type: '40' }])
  })
})
