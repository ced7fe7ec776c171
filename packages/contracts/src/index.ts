/** What the platform offers: one file per API, the field kinds, the error catalogue. */
export { type Advice, adviseDecline, adviseError } from './advise.ts'
export * from './api.ts'
export type { ApiGuide, Change, Question, SandboxAnswer } from './api-guide.ts'
export * from './beijing-time.ts'
export * from './catalogue.ts'
export { userActionSync } from './charity/alibaba.charity.useraction.sync.ts'
export * from './contract-json.ts'
export { type DocumentedApi, documentServed } from './documented-api.ts'
export * from './errors.ts'
export { followupRecall } from './followup/alibaba.alihealth.followup.dialogrecord.recall.ts'
export {
  FETCH_PAGE_MAX,
  FETCH_WAIT_SECONDS_MAX,
  followupFetch,
} from './followup/alibaba.alihealth.followup.fetch.ts'
export { followupSend } from './followup/alibaba.alihealth.followup.send.ts'
export {
  investDataBackFlow,
  ROWS_MAX,
} from './house/tmall.alihouse.customer.clue.out.invest.total.data.back.flow.ts'
export { userBehaviorSync } from './insurance/alibaba.alihealth.insurance.inst.user.behavior.sync.ts'
export * from './json-value.ts'
export * from './kinds.ts'
export * from './leniency.ts'
export { packageTitles } from './packages.ts'
export * from './refusal.ts'
export * from './request-id.ts'
export { userTagMobileAdd } from './retail/taobao.retail.user.tag.mobile.add.ts'
export * from './signature-mistakes.ts'
export * from './stages.ts'
export { appIpGet } from './system/taobao.appip.get.ts'
export { timeGet } from './system/taobao.time.get.ts'
export { authTokenCreate } from './system/taobao.top.auth.token.create.ts'
export { authTokenRefresh } from './system/taobao.top.auth.token.refresh.ts'
export { type ReadDescription, readTopDescription } from './top-metadata.ts'
