import { Refusal } from '@topgate/contracts'
import { givenTwice, type Parameters } from '@topgate/protocol'
import type { Gateway } from '../gateway.ts'
import { lookUpApp } from './find-app.ts'

/**
 * 43 for a parameter given twice with the same value, unless the call names a lenient app. Which of
 * two *different* values another reader would take is unknown, so those were refused before.
 */
export async function forgiveRepeats(
  repeated: readonly string[],
  parameters: Parameters,
  gateway: Gateway,
): Promise<void> {
  const app = await lookUpApp(parameters.get('app_key') ?? '', gateway)
  if (app?.profile === 'lenient') return
  throw new Refusal('parameter-error', { subMsg: givenTwice(repeated[0] ?? '').detail })
}
