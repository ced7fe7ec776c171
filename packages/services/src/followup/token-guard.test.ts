import type { WriteCall } from '@topgate/engine'
import { expect, it } from 'vitest'
import { message } from '../testing/sample-message.ts'
import { createTokenGuard } from './token-guard.ts'

it('tells the operators of each refused token, without the token', async () => {
  const alerts: unknown[] = []
  const alert = (text: string, facts: object) => void alerts.push([text, facts])
  const guard = createTokenGuard({ alert } as Parameters<typeof createTokenGuard>[0])
  const call: WriteCall = message()
  for (const msg_code of ['SUCCESS', 'TOKEN_INVALID', 'TOKEN_EXPIRED']) {
    const watch = await guard.admit(call)
    watch({ result1: { msg_code } })
  }
  expect(alerts).toEqual([
    ['a chat token was refused', { app_key: call.app.key, method: call.method }],
  ])
})
