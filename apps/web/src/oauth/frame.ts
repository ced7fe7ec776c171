import { DOCS_PATH } from '../docs/frame.ts'
import type { Language } from '../language.ts'
import type { Frame } from '../layout/page.ts'
import { oauthWords } from './words.ts'

/** Addresses of the log-in by OAuth 2. TOP has the first two on a host of its own, without a folder. */
export const oauthPaths = {
  authorize: '/oauth/authorize',
  token: '/oauth/token',
  callback: '/oauth/callback',
  topAuthorize: '/authorize',
  topToken: '/token',
} as const

/** Nothing leads away from the question. */
export function oauthFrame(language: Language): Frame {
  return { sectionName: oauthWords[language].section, home: DOCS_PATH, navigation: [] }
}
