import { Refusal } from '@topgate/contracts'
import type { Parameters } from '@topgate/protocol'
import type { Gateway } from '../gateway.ts'
import type { App } from '../ports.ts'

/** Longer texts cannot be keys and are not looked up. */
const APP_KEY_CHARS_MAX = 32

/** 28 without an app key, 29 for one that is unknown or disabled: callers need not know which. */
export async function findApp(parameters: Parameters, gateway: Gateway): Promise<App> {
  const appKey = parameters.get('app_key')
  if (appKey === undefined || appKey === '') throw new Refusal('missing-app-key')
  const app = await lookUpApp(appKey, gateway)
  if (app === undefined) throw new Refusal('invalid-app-key')
  return app
}

/** The enabled app of this key. */
export async function lookUpApp(appKey: string, gateway: Gateway): Promise<App | undefined> {
  if (appKey.length > APP_KEY_CHARS_MAX) return undefined
  const app = await gateway.ports.apps.find(appKey)
  return app?.status === 'enabled' ? app : undefined
}
