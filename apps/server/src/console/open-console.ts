import { ROUTER_PATH } from '@topgate/gateway'
import {
  findCredential,
  type SetPasswordAnswer,
  type SetPasswordRequest,
  setPassword,
} from '@topgate/services'
import type { Core } from '../core.ts'
import { createPlatformWrite } from '../platform-write.ts'
import type { Assets } from '../site/assets.ts'
import type { Site } from '../site/site.ts'
import type { NodeStatus } from '../status/node-status.ts'
import { Access } from './access.ts'
import { createConsoleSite } from './console-site.ts'
import { newSetUpCode } from './set-up-code.ts'

export interface OpenConsole {
  readonly site: Site
  /** Who has it may set the first password; null when there is one. */
  readonly setUpCode: string | null
}

/** Plugs the store into the console of the operators. */
export async function openConsole(
  core: Core,
  assets: Assets,
  status: () => Promise<NodeStatus>,
): Promise<OpenConsole> {
  const { config, log, vault, store, queue, journal, nowMs, elapsedMs } = core
  const setUpCode = newSetUpCode()
  const write = createPlatformWrite({ queue, nextId: () => core.nextId(), nowMs })
  const access = new Access({
    setUpCode,
    findCredential: () => findCredential(store.reader),
    setFirstPassword: async (password_hash) => {
      const request: SetPasswordRequest = { password_hash, first: true }
      return (await write<SetPasswordAnswer>(setPassword, request)).done
    },
    elapsedMs,
  })
  const site = await createConsoleSite({
    assets,
    access,
    write,
    store: {
      db: store.reader,
      vault,
      nowMs,
      mode: config.mode,
      routerUrl: `http://${config.host}:${config.port}${ROUTER_PATH}`,
    },
    status,
    droppedLines: () => journal.state().dropped,
    onDefect: (error) => log.report('error', 'defect of a page', { error }),
    onOutage: (error) => log.report('warn', 'the console could not use the store', { error }),
  })
  return { site, setUpCode: (await access.isSetUp()) ? null : setUpCode }
}
