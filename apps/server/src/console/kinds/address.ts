import { CONSOLE_PATH } from '@topgate/web'

/** The folders of the kinds of things. */
export type Folder = 'calls' | 'events' | 'accounts' | 'flows' | 'subjects' | 'users' | 'chats'

/** Where one thing is shown. */
export function addressOf(folder: Folder, ref: string): string {
  return `${CONSOLE_PATH}/${folder}/${encodeURIComponent(ref)}`
}
