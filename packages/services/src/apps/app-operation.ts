import type { WriteHandler } from '@topgate/engine'
import { auditWords, type OwnerContext, OwnerRefusal, ownerOperation } from '../owner/index.ts'
import { appOf, putApps, type RegisteredApp } from './app.ts'
import { type AppView, viewOf } from './app-view.ts'
import { appsByKey, grantsByApp } from './tables.ts'

/** A change of one app. Both functions are pure and throw an `OwnerRefusal`. */
export interface AppChange<Input> {
  read(input: unknown): Input
  /** `app` is undefined when nobody has the key. */
  change(app: RegisteredApp | undefined, input: Input, context: OwnerContext): RegisteredApp
  /** What the audit says beside the name of the operation and the key: never a secret. */
  about?(input: Input): string
}

type Facts = Map<string, RegisteredApp>

/** The operation that makes this change; its answer is the app as it is then, without secrets. */
export function appOperation<Input extends { readonly app_key: string }>(
  name: string,
  { read, change, about = () => '' }: AppChange<Input>,
): WriteHandler {
  return ownerOperation<Input, Facts, RegisteredApp>(`owner.app.${name}`, {
    read,

    async load(tx, inputs, vault) {
      const keys = [...new Set(inputs.map(({ app_key }) => app_key))].map((app_key) => ({
        app_key,
      }))
      await tx.lock(keys.map(({ app_key }) => `app ${app_key}`))
      const [apps, grants] = await Promise.all([
        tx.read(appsByKey, keys),
        tx.read(grantsByApp, keys),
      ])
      const byApp = Map.groupBy(grants, ({ app_key }) => app_key)
      return new Map(
        apps.map((row) => [row.app_key, appOf(row, byApp.get(row.app_key) ?? [], vault)]),
      )
    },

    decide(facts, input, context) {
      const app = change(facts.get(input.app_key), input, context)
      facts.set(app.app_key, app)
      const result: AppView = viewOf(app)
      const object = auditWords(`app ${name} ${app.app_key}`, about(input))
      return { object, result, change: app }
    },

    // Of several changes of one app in a batch the last one holds them all.
    save: (tx, changes, vault) =>
      putApps(tx, vault, [...new Map(changes.map((app) => [app.app_key, app])).values()]),
  })
}

export function existing(app: RegisteredApp | undefined, appKey: string): RegisteredApp {
  if (app !== undefined) return app
  throw new OwnerRefusal(`There is no app ${appKey}. \`topgate app list\` shows all.`)
}
