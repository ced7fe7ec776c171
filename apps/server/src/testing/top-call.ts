import { formatBeijing } from '@topgate/contracts'
import { sign } from '@topgate/protocol'
import { createDigests } from '../digests.ts'

const digests = createDigests()

/** A public app of every fresh sandbox. */
export interface TestApp {
  readonly key: string
  readonly secret: string
}

export const APP: TestApp = { key: '10000001', secret: 'sandbox00000000000000000000000001' }
export const LIMITED: TestApp = { key: '10000004', secret: 'sandbox00000000000000000000000004' }

export const CHARITY = 'alibaba.charity.useraction.sync'

/** A good deed with an id of its own, signed now, as the body of a form. */
export function charityForm(eventId: string, app = APP, method = CHARITY): string {
  const action = {
    activity_id: 12345,
    event_id: eventId,
    tb_user_id: 12345,
    charity_timestamp: '2019-08-08 12:00:00',
  }
  return signedForm(method, { channel_user_action_dto: JSON.stringify(action) }, app)
}

export function signedForm(method: string, own: Readonly<Record<string, string>>, app = APP) {
  const parameters = new Map(
    Object.entries({
      method,
      app_key: app.key,
      timestamp: formatBeijing(Date.now()),
      v: '2.0',
      format: 'json',
      sign_method: 'hmac-sha256',
      ...own,
    }),
  )
  parameters.set('sign', sign(parameters, app.secret, 'hmac-sha256', digests))
  return new URLSearchParams([...parameters]).toString()
}

/** Sends a form and gives the answer: its one root, or what is in `error_response`. */
export async function send(url: string, form: string): Promise<Record<string, unknown>> {
  const body = new URLSearchParams(form)
  const response = await fetch(`${url}/router/rest`, { method: 'POST', body })
  const [root] = Object.values(await response.json())
  return root as Record<string, unknown>
}
