/** What users see when an app asks for their permission. */
export { type CallbackPageData, callbackPage } from './callback-page.ts'
export {
  type AskedScope,
  type ConsentPageData,
  type ConsentUser,
  consentFields,
  consentPage,
} from './consent-page.ts'
export { oauthPaths } from './frame.ts'
export { oauthTroublePage } from './trouble-page.ts'
export type { OauthTrouble } from './words.ts'
